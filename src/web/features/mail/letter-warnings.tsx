import { Checkbox } from '@mantine/core';
import type { OutboxMail } from '#contract/outbox.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './letter.module.css';

interface Props {
  readonly mail: OutboxMail;
  readonly isAskedFor: boolean;
  readonly onAskedFor: (isAskedFor: boolean) => void;
}

/** What must be seen before it goes: fields without a value, and who asked for no mail. */
export function LetterWarnings({ mail, isAskedFor, onAskedFor }: Props) {
  const { formats } = useSpoken();
  const { letter, out } = useMailWords();
  const unwilling = [...new Set(mail.unwilling.map(({ name }) => name))];
  return (
    <div aria-live="polite" className={classes.warnings}>
      {mail.state === 'failed' && mail.problem && (
        <p className={classes.warning}>
          {out.problems[mail.problem]}
          {mail.serverWords && ` ${out.serverSaid(mail.serverWords)}`}
        </p>
      )}
      {mail.missing.length > 0 && (
        <p className={classes.warning}>{letter.missing(formats.list(mail.missing.map((name) => `{{${name}}}`)))}</p>
      )}
      {unwilling.length > 0 && (
        <div className={classes.warning}>
          <p>{letter.unwilling(formats.list(unwilling))}</p>
          <Checkbox
            label={letter.askedFor}
            description={letter.unwillingHint}
            checked={isAskedFor}
            onChange={(event) => onAskedFor(event.currentTarget.checked)}
          />
        </div>
      )}
    </div>
  );
}
