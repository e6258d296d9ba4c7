import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Party } from '#contract/parties.ts';
import { queries } from '../../api/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { Balance } from './balance.tsx';
import classes from './ledger.module.css';

/** Give and take: what each side gained, faded by time, and which way it tilts. */
export function Ledger({ party }: { party: Party }) {
  const { words, formats } = useSpoken();
  const { relation, shell } = words;
  const { ledger } = relation;
  const asked = useInfiniteQuery(queries.ledger(party.id));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const items = asked.data.pages.flatMap((page) => page.items);
  const { ours, theirs } = asked.data.pages[0] ?? { ours: 0, theirs: 0 };
  const nowMs = Date.now();
  if (items.length === 0) return <p className="soft">{ledger.empty}</p>;
  return (
    <div className={classes.ledger}>
      <p className="soft">{ledger.lead}</p>
      <Balance ours={ours} theirs={theirs} />
      <div className={classes.columns}>
        {(['ours', 'theirs'] as const).map((giver) => (
          <section key={giver} aria-label={ledger[giver]}>
            <h3>{ledger[giver]}</h3>
            <ul className={classes.lines}>
              {items
                .filter((item) => item.giver === giver)
                .map((item) => (
                  <li key={`${item.interactionId} ${item.kind}`}>
                    <span className={classes.kind}>{relation.benefits[item.kind] ?? item.kind}</span>
                    <span className="soft small">{formats.shortDate(item.at, nowMs)}</span>
                    <span
                      className={classes.left}
                      role="img"
                      aria-label={ledger.left(formats.number(item.remaining, 2), formats.number(item.weight, 2))}
                      title={ledger.left(formats.number(item.remaining, 2), formats.number(item.weight, 2))}
                    >
                      <span style={{ width: `${Math.min(1, item.weight / 2) * 100}%` }}>
                        <span style={{ width: `${(item.remaining / Math.max(item.weight, 1e-9)) * 100}%` }} />
                      </span>
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      {asked.hasNextPage && (
        <div>
          <Button variant="default" onClick={() => void asked.fetchNextPage()} loading={asked.isFetchingNextPage}>
            {shell.loadMore}
          </Button>
        </div>
      )}
    </div>
  );
}
