import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { mailQueries } from '../../api/mail-queries.ts';
import { ThreadList } from '../../ui/mail/thread-list.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../ui/words.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';

/** Conversations with this relation: of one's own and the firm's mailboxes, and what colleagues show of theirs. */
export function MailTab({ partyId }: { partyId: string }) {
  const { shell } = useWords();
  const mail = useMailWords();
  const asked = useInfiniteQuery(mailQueries.threads({ partyId }));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const threads = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {asked.isSuccess && threads.length === 0 && <p className="soft">{mail.inbox.nothing}</p>}
      <ThreadList threads={threads} namesMailbox />
      {asked.hasNextPage && (
        <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          {shell.loadMore}
        </Button>
      )}
    </>
  );
}
