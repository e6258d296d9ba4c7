import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { standingQueries } from '../../api/standing-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { PlanRow } from '../../ui/plans/plan-row.tsx';
import { ProposedPlanRow } from '../../ui/plans/proposed-plan.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePlanWords } from '../../ui/words-of/plans.ts';
import classes from './plans-page.module.css';

/** Every plan that runs, where one would do good, and what became of the others. */
export function Plans() {
  const words = usePlanWords();
  const running = useInfiniteQuery(standingQueries.plans({ state: 'open' }));
  const proposed = useInfiniteQuery(standingQueries.proposed(null));
  const ended = useInfiniteQuery(standingQueries.plans({ state: 'ended' }));
  const failed = [running, proposed, ended].find(({ isError }) => isError);
  if (failed) return <Problem error={failed.error} onRetry={() => void failed.refetch()} />;
  const plansOf = (asked: typeof running) => asked.data?.pages.flatMap((page) => page.items) ?? [];
  const proposals = proposed.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={classes.page}>
      <PageHead title={words.title} lead={words.lead} />
      <Part title={words.running} asked={running} empty={plansOf(running).length === 0 ? words.nothingRuns : null}>
        {plansOf(running).map((plan) => (
          <PlanRow key={plan.id} plan={plan} />
        ))}
      </Part>
      <Part
        title={words.proposed}
        lead={words.proposedLead}
        asked={proposed}
        empty={proposals.length === 0 ? words.nothingProposed : null}
      >
        {proposals.map((proposal) => (
          <ProposedPlanRow key={proposal.party.id} proposal={proposal} />
        ))}
      </Part>
      <Part title={words.ended} asked={ended} empty={plansOf(ended).length === 0 ? words.nothingEnded : null}>
        {plansOf(ended).map((plan) => (
          <PlanRow key={plan.id} plan={plan} />
        ))}
      </Part>
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly lead?: string;
  readonly empty: string | null;
  readonly asked: {
    readonly isSuccess: boolean;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
  readonly children: ReactNode;
}

function Part({ title, lead, empty, asked, children }: PartProps) {
  const { shell } = useWords();
  if (!asked.isSuccess) return null;
  return (
    <section className={classes.part} aria-label={title}>
      <h2>{title}</h2>
      {lead && empty === null && <p className="soft">{lead}</p>}
      {empty !== null ? <p className="soft">{empty}</p> : children}
      {asked.hasNextPage && (
        <div>
          <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {shell.loadMore}
          </Button>
        </div>
      )}
    </section>
  );
}
