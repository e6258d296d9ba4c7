import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Party } from '#contract/parties.ts';
import { queries } from '../../api/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../ui/words.tsx';
import { Balance } from './balance.tsx';
import { GiveCourse } from './give-course.tsx';
import classes from './ledger.module.css';
import { LedgerSide } from './ledger-side.tsx';

const nothingGiven = { ours: 0, theirs: 0, course: [], counts: { ours: 0, theirs: 0 } };

/** Give and take: what each side gained, faded by time, and which way it tilts. `children`: what was said about it, before line by line. */
export function Ledger({ party, children }: { party: Party; children?: ReactNode }) {
  const { relation, shell } = useWords();
  const { ledger } = relation;
  const asked = useInfiniteQuery(queries.ledger(party.id));
  const [isAll, setAll] = useState(false);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const items = asked.data.pages.flatMap((page) => page.items);
  const { ours, theirs, course, counts } = asked.data.pages[0] ?? nothingGiven;
  if (items.length === 0) {
    return (
      <>
        <p className="soft">{ledger.empty}</p>
        {children}
      </>
    );
  }
  return (
    <div className={classes.ledger} data-numbers="">
      <p className="soft">{ledger.lead}</p>
      <Balance ours={ours} theirs={theirs} partyId={party.id} />
      <GiveCourse points={course} />
      {children}
      <div className={classes.columns}>
        {(['ours', 'theirs'] as const).map((giver) => (
          <LedgerSide
            key={giver}
            giver={giver}
            lines={items.filter((item) => item.giver === giver)}
            count={counts[giver]}
            isAll={isAll}
            onAll={() => setAll(true)}
          />
        ))}
      </div>
      {isAll && asked.hasNextPage && (
        <div>
          <Button variant="default" onClick={() => void asked.fetchNextPage()} loading={asked.isFetchingNextPage}>
            {shell.loadMore}
          </Button>
        </div>
      )}
    </div>
  );
}
