import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { proposalQueries } from '../../api/proposal-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { ProposalList } from '../../ui/proposals/proposal-list.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './proposals.module.css';
import { useProposalShortcuts } from './use-proposal-shortcuts.ts';

/** What one's own mail says and is not written down yet. */
export function Proposals() {
  const { proposals, shell } = useWords();
  const asked = useInfiniteQuery(proposalQueries.list(null));
  useProposalShortcuts();
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={classes.page}>
      <PageHead title={proposals.title} lead={proposals.lead} />
      {asked.isSuccess && items.length === 0 && !asked.hasNextPage && (
        <p className={classes.empty}>{proposals.empty}</p>
      )}
      <ProposalList proposals={items} isWholePage />
      <div className={classes.foot}>
        {asked.hasNextPage && (
          <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {shell.loadMore}
          </Button>
        )}
        {items.length > 0 && <p className="soft small">{proposals.keys}</p>}
      </div>
    </div>
  );
}
