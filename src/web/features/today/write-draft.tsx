import type { RichText } from '#contract/rich-text.ts';
import type { TodayLine } from '#contract/today.ts';
import { useWriteMail } from '../../ui/mail/use-write-mail.ts';
import { useWords } from '../../ui/words.tsx';
import { useSteeringWords } from '../../ui/words-of/steering.ts';
import classes from './today.module.css';

/** A mail that is begun with what the line is about; it is read and sent by hand, never by itself. */
export function WriteDraft({ line, address }: { line: TodayLine; address: string }) {
  const { today } = useWords();
  const { drafts } = useSteeringWords();
  const { party, names } = line;
  const what = names.text ?? names.subject ?? names.what ?? null;
  const name = party.kind === 'person' ? (party.name.split(' ')[0] ?? party.name) : party.name;
  const draft = drafts[line.kind]?.({ name, what });
  const query = draft ? `?${new URLSearchParams({ subject: draft.subject, body: draft.lines.join('\n\n') })}` : '';
  const href = `mailto:${address}${query.replaceAll('+', '%20')}`;
  const write = useWriteMail(() => window.location.assign(href));
  return (
    <a
      className={classes.quietAct}
      href={href}
      aria-label={`${today.reach.mail}: ${party.name}`}
      onClick={(event) => {
        event.preventDefault();
        write.mutate({ partyId: party.id, ...(draft && { subject: draft.subject, body: asText(draft.lines) }) });
      }}
    >
      {today.reach.mail}
    </a>
  );
}

function asText(lines: readonly string[]): RichText {
  return { type: 'doc', content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };
}
