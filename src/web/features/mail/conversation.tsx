/** One conversation, oldest first; the newest stands open. */
import { Button, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { MailThread } from '#contract/mailroom.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { mailQueries } from '../../api/mail-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './mail.module.css';
import { MailPart } from './mail-part.tsx';
import { ThreadSharing } from './thread-sharing.tsx';

export function Conversation({ threadId }: { threadId: string }) {
  const mail = useMailWords();
  const { inbox, read } = mail;
  const asked = useInfiniteQuery(mailQueries.thread(threadId));
  const thread = asked.data?.pages[0]?.thread;
  useRead(thread);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!thread) return null;
  const mails = asked.data?.pages.flatMap((page) => page.mails.items) ?? [];
  const newest = mails.at(-1)?.id;
  return (
    <div className={classes.page}>
      <Link to="/mail" search={{}} className={classes.back}>
        ← {read.back}
      </Link>
      <PageHead title={thread.subject || inbox.noSubject} />
      <div className={classes.bar}>
        <span>{inbox.of(thread.mailbox.name)}</span>
        <ThreadSharing thread={thread} />
        {(thread.mailbox.isMine || thread.mailbox.isFirms) && <MarkUnread thread={thread} />}
      </div>
      <ol className={classes.mails}>
        {mails.map((one) => (
          <MailPart key={one.id} mail={one} isOpen={one.id === newest || !one.isSeen} isNewest={one.id === newest} />
        ))}
      </ol>
      {asked.hasNextPage && (
        <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          {read.more}
        </Button>
      )}
    </div>
  );
}

function useMark() {
  return useAct({
    run: ({ threadId, isSeen }: { threadId: string; isSeen: boolean }) =>
      api.mailThreads.mark({ ...nothing, params: { threadId }, body: { isSeen }, headers: newKey() }),
    touches: [['mail', 'threads']],
    isQuiet: true,
  });
}

/** Who looks at it has read it; once for each visit. */
function useRead(thread: MailThread | undefined): void {
  const mark = useMark();
  const marked = useRef<string | null>(null);
  const { mutate } = mark;
  const threadId = thread?.id;
  const isUnread = (thread?.unreadCount ?? 0) > 0;
  useEffect(() => {
    if (threadId === undefined || !isUnread || marked.current === threadId) return;
    marked.current = threadId;
    mutate({ threadId, isSeen: true });
  }, [threadId, isUnread, mutate]);
}

function MarkUnread({ thread }: { thread: MailThread }) {
  const { read } = useMailWords();
  const navigate = useNavigate();
  const mark = useMark();
  const onClick = () =>
    mark.mutate(
      { threadId: thread.id, isSeen: false },
      {
        onSuccess: () => {
          notifications.show({ message: read.markedUnread });
          void navigate({ to: '/mail', search: {} });
        },
      },
    );
  return (
    <UnstyledButton className={classes.quiet} onClick={onClick}>
      {read.markUnread}
    </UnstyledButton>
  );
}
