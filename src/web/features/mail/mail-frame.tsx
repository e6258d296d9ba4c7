import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Mail } from '#contract/mailroom.ts';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './mail.module.css';

/**
 * What strangers' HTML looks like, in a frame that runs nothing, fetches nothing and belongs to nobody: no scripts, no origin.
 * It cannot tell its height for the same reasons; that is guessed from its words, and can be drawn larger.
 */
export function MailFrame({ mail, text, hasRemote }: { mail: Mail; text: string; hasRemote: boolean }) {
  const { read, inbox } = useMailWords();
  const [isRemoteShown, setRemoteShown] = useState(false);
  const query = isRemoteShown ? '?images=1' : '';
  return (
    <>
      {hasRemote && (
        <p className={classes.remote}>
          {isRemoteShown ? read.remoteShown : read.remote}
          {!isRemoteShown && (
            <Button size="compact-sm" variant="default" onClick={() => setRemoteShown(true)}>
              {read.showRemote}
            </Button>
          )}
        </p>
      )}
      <iframe
        key={query}
        className={classes.frame}
        style={{ height: `${guessHeight(text, isRemoteShown)}px` }}
        title={read.frame(mail.subject || inbox.noSubject)}
        src={`/api/mails/${mail.id}/page${query}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
      />
    </>
  );
}

const linePx = 25;
const lettersOnALine = 95;
const [least, most, withPictures] = [120, 720, 420];

function guessHeight(text: string, hasPictures: boolean): number {
  const own = text.split(/\n(?:>|On .{10,80} wrote:|Op .{10,80} schreef)/)[0] ?? '';
  const lines = own.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersOnALine)), 0);
  const height = Math.min(most, Math.max(least, lines * linePx + 70));
  return hasPictures ? Math.max(height, withPictures) : height;
}
