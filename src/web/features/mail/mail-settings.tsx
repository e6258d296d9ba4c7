/** How each mailbox sends, what colleagues see of it, and the texts one uses more often. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { mailQueries } from '../../api/mail-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './letter.module.css';
import back from './mail.module.css';

const SenderForm = lazy(() => import('./sender-form.tsx').then((loaded) => ({ default: loaded.SenderForm })));
const Templates = lazy(() => import('./templates.tsx').then((loaded) => ({ default: loaded.Templates })));

export function MailSettings() {
  const mail = useMailWords();
  const asked = useQuery(mailQueries.senders());
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const senders = asked.data?.items ?? [];
  return (
    <div className={classes.page}>
      <Link to="/mail" search={{}} className={back.back}>
        ← {mail.read.back}
      </Link>
      <PageHead title={mail.settings.title} lead={mail.settings.lead} />
      <section aria-label={mail.settings.sending} className={classes.section}>
        <h2>{mail.settings.sending}</h2>
        {asked.isSuccess && senders.length === 0 && (
          <p>
            {mail.inbox.noMailbox} <Link to="/connections">{mail.inbox.connect}</Link>
          </p>
        )}
        <Suspense>
          {senders.map((sender) => (
            <SenderForm key={sender.connectionId} sender={sender} />
          ))}
        </Suspense>
      </section>
      <Suspense>
        <Templates />
      </Suspense>
    </div>
  );
}
