/** Where a mail is written. It is kept as one goes; sending can be thought better of for ten seconds. */

import { useQuery } from '@tanstack/react-query';
import { mailQueries } from '../../api/mail-queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import { LetterForm } from './letter-form.tsx';
import classes from './mail.module.css';

export function WriteMail({ outboxId }: { outboxId: string }) {
  const { letter } = useMailWords();
  // Once it is here the form has the last word; what others say of it is not asked in between.
  const asked = useQuery({ ...mailQueries.letter(outboxId), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 });
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const isGone = asked.data.state === 'sending' || asked.data.state === 'sent' || asked.data.state === 'unknown';
  if (isGone) return <p className={classes.empty}>{letter.gone}</p>;
  return <LetterForm key={outboxId} first={asked.data} />;
}
