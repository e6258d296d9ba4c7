import { Fragment, type ReactNode } from 'react';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './mail.module.css';
import { splitQuoted } from './split-quoted.ts';

/** Plain text as it was written; what it quotes is folded, its links can be followed. */
export function MailText({ text }: { text: string }) {
  const { read } = useMailWords();
  return (
    <div className={classes.text}>
      {splitQuoted(text).map(({ words, isQuoted }, at) => {
        const key = `${at} ${words.length}`;
        if (!isQuoted) return <Fragment key={key}>{withLinks(words)}</Fragment>;
        return (
          <details key={key}>
            <summary>{read.quoted}</summary>
            {withLinks(words)}
          </details>
        );
      })}
    </div>
  );
}

const address = /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}']/g;

/** Each leads exactly to what it says. */
function withLinks(words: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of words.matchAll(address)) {
    parts.push(words.slice(from, match.index));
    parts.push(
      <a key={match.index} href={match[0]} target="_blank" rel="noopener noreferrer nofollow">
        {match[0]}
      </a>,
    );
    from = match.index + match[0].length;
  }
  parts.push(words.slice(from));
  return parts;
}
