import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { proposalQueries } from '../../api/proposal-queries.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './today.module.css';

/** As many as are counted; beyond that the number says nothing more. */
const mostCounted = 99;

/** One calm line: what one's mail says and is not written down yet. */
export function TodayProposals() {
  const { proposals } = useWords();
  const { data } = useQuery(proposalQueries.count());
  const open = data?.open ?? 0;
  if (open === 0) return null;
  return (
    <p className={classes.proposals}>
      <Link to="/proposals">{open >= mostCounted ? proposals.onTodayMany(open - 1) : proposals.onToday(open)}</Link>
    </p>
  );
}
