import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Party } from '#contract/parties.ts';
import type { TimelineMoment } from '#contract/timeline.ts';
import { queries } from '../../api/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { Moment } from './moment.tsx';
import { RecordForm } from './record-form.tsx';
import classes from './timeline.module.css';

/** What happened, newest first, by month; and a quick way to write down the latest. */
export function Timeline({ party }: { party: Party }) {
  const { words, formats } = useSpoken();
  const { relation, shell } = words;
  const asked = useInfiniteQuery(queries.timeline(party.id));
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const moments = items.flatMap((item) => (item.noun === 'interaction' ? [item] : []));
  const months = groupByMonth(moments, formats.monthYear);
  return (
    <div className={classes.timeline}>
      {!party.isOwn && <RecordForm party={party} />}
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isSuccess && items.length === 0 && <p className="soft">{relation.timeline.empty}</p>}
      {months.map(({ month, moments }) => (
        <section key={month} aria-label={month}>
          <h3 className={classes.month}>{month}</h3>
          <ol className={classes.moments}>
            {moments.map((item) => (
              <Moment key={item.id} item={item} partyId={party.id} />
            ))}
          </ol>
        </section>
      ))}
      {asked.hasNextPage && (
        <Button
          className="noPrint"
          variant="default"
          loading={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {shell.loadMore}
        </Button>
      )}
    </div>
  );
}

function groupByMonth(items: readonly TimelineMoment[], monthOf: (at: string) => string) {
  const groups: { month: string; moments: TimelineMoment[] }[] = [];
  for (const item of items) {
    const month = monthOf(item.at);
    const last = groups.at(-1);
    if (last?.month === month) last.moments.push(item);
    else groups.push({ month, moments: [item] });
  }
  return groups;
}
