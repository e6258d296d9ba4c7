import { CloseButton } from '@mantine/core';
import type { OutboxMail } from '#contract/outbox.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './letter.module.css';

interface Props {
  readonly mail: OutboxMail;
  readonly adding: readonly string[];
  readonly onDetach: (fileId: string) => void;
}

/** What goes along. */
export function LetterFiles({ mail, adding, onDetach }: Props) {
  const { formats } = useSpoken();
  const { letter } = useMailWords();
  if (mail.files.length + adding.length === 0) return null;
  return (
    <ul className={classes.files} aria-live="polite">
      {mail.files.map(({ id, name, sizeBytes }) => (
        <li key={id}>
          {name} <span className="soft small">{formats.bytes(sizeBytes)}</span>
          <CloseButton size="sm" aria-label={letter.detach(name)} onClick={() => onDetach(id)} />
        </li>
      ))}
      {adding.map((name) => (
        <li key={name} className="soft">
          {letter.adding(name)}
        </li>
      ))}
    </ul>
  );
}
