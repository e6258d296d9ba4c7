import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Promised } from '#contract/promises.ts';
import type { RichText } from '#contract/rich-text.ts';
import { queries } from '../../api/queries.ts';
import { useWriteMail } from '../mail/use-write-mail.ts';
import { usePromiseWords } from '../words-of/promises.ts';
import classes from './kept-promise.module.css';

/** A promise of ours that was kept: the mail that says so, begun but never sent by itself. */
export function KeptPromise({ promise, onClose }: { promise: Promised; onClose: () => void }) {
  const words = usePromiseWords();
  const { data: party } = useQuery(queries.party(promise.party.id));
  const address = party?.identities.find(({ kind }) => kind === 'mail')?.value ?? '';
  const greeting = party?.salutation ? `${party.salutation},` : words.greeting(party?.givenName || promise.party.name);
  const lines = [greeting, promise.outcome === 'late' ? words.doneLate : words.done, words.what(promise.text)];
  const body: RichText = {
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
  const query = new URLSearchParams({ subject: words.subject, body: lines.join('\n\n') }).toString();
  const href = `mailto:${address}?${query.replaceAll('+', '%20')}`;
  const write = useWriteMail(() => window.location.assign(href));
  return (
    <div role="status" className={classes.kept}>
      <p>{words.kept(promise.text)}</p>
      <p className="soft small">{words.lead}</p>
      <div className={`${classes.acts} noPrint`}>
        <Button
          size="compact-sm"
          loading={write.isPending}
          onClick={() => write.mutate({ partyId: promise.party.id, subject: words.subject, body })}
        >
          {words.write}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {words.notNeeded}
        </Button>
      </div>
    </div>
  );
}
