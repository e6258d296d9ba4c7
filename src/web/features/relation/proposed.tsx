import { useInfiniteQuery } from '@tanstack/react-query';
import { proposalQueries } from '../../api/proposal-queries.ts';
import { ProposalList } from '../../ui/proposals/proposal-list.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './story.module.css';

/** What one's own mail says about this relation and is not written down yet. */
export function Proposed({ partyId }: { partyId: string }) {
  const { proposals } = useWords();
  const { data } = useInfiniteQuery(proposalQueries.list(partyId));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <section className={classes.part} aria-label={proposals.section}>
      <h2>{proposals.section}</h2>
      <ProposalList proposals={items} isPartyHidden />
    </section>
  );
}
