import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Promised } from '#contract/promises.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpoken } from '../../ui/words.tsx';
import { OpenFault } from './open-fault.tsx';
import classes from './story.module.css';

const KeptPromise = lazy(() =>
  import('../../ui/promises/kept-promise.tsx').then((loaded) => ({ default: loaded.KeptPromise })),
);

/** What is open between the two: promises of either side, and what is ours to make good. */
export function Owed({ partyId }: { partyId: string }) {
  const { relation } = useSpoken().words;
  const promises = useQuery(queries.promises(partyId));
  const [kept, setKept] = useState<Promised | null>(null);
  const faults = useQuery(queries.faults(partyId));
  const open = (promises.data?.items ?? []).filter(({ settledAt }) => settledAt === null);
  const standing = (faults.data?.items ?? []).filter(({ madeGoodAt }) => madeGoodAt === null);
  const isKnown = promises.isSuccess && faults.isSuccess;
  return (
    <section className={classes.part} aria-label={relation.owedTitle}>
      <h2>{relation.owedTitle}</h2>
      {isKnown && open.length + standing.length === 0 && <p className="soft">{relation.owedNothing}</p>}
      <ul className={classes.owed}>
        {standing.map((fault) => (
          <OpenFault key={fault.id} fault={fault} partyId={partyId} />
        ))}
        {open.map((promise) => (
          <OpenPromise key={promise.id} promise={promise} partyId={partyId} onKept={setKept} />
        ))}
      </ul>
      {kept && (
        <Suspense>
          <KeptPromise promise={kept} onClose={() => setKept(null)} />
        </Suspense>
      )}
    </section>
  );
}

const outcomes = ['kept', 'broken', 'withdrawn'] as const;

interface PromiseProps {
  readonly promise: Promised;
  readonly partyId: string;
  /** Ours was kept, in time or not: they may want to know. */
  readonly onKept: (promise: Promised) => void;
}

function OpenPromise({ promise, partyId, onKept }: PromiseProps) {
  const { words, formats } = useSpoken();
  const { relation } = words;
  const settle = useAct({
    run: (outcome: (typeof outcomes)[number]) =>
      api.promises.settle({ ...nothing, params: { promiseId: promise.id }, body: { outcome }, headers: newKey() }),
    touches: [['party', partyId], ['tie'], ['today'], ['parties']],
    onDone: (settled) => {
      notifications.show({ message: relation.settled });
      const isKept = settled.outcome === 'kept' || settled.outcome === 'late';
      if (isKept && settled.owedBy === 'ours') onKept(settled);
    },
  });
  const isLate = Date.parse(promise.dueAt) < Date.now();
  const when = formats.date(promise.dueAt);
  return (
    <li>
      <p>
        <span className="soft">{promise.owedBy === 'ours' ? relation.owedUs : relation.owedThem}:</span> {promise.text}{' '}
        <span className={isLate ? classes.overdue : 'soft'}>
          ({isLate ? relation.promiseOverdue(when) : relation.promiseDue(when)})
        </span>
      </p>
      <div className={`${classes.owedActs} noPrint`}>
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            size="compact-sm"
            variant="default"
            disabled={settle.isPending}
            onClick={() => settle.mutate(outcome)}
          >
            {relation[outcome]}
          </Button>
        ))}
      </div>
    </li>
  );
}
