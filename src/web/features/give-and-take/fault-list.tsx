import { useInfiniteQuery } from '@tanstack/react-query';
import type { Fault } from '#contract/promises.ts';
import { giveAndTakeQueries } from '../../api/give-and-take-queries.ts';
import { useGiveAndTakeWords } from '../../ui/words-of/give-and-take.ts';
import { FaultWhy } from './fault-why.tsx';
import { OpenLine } from './open-line.tsx';
import { OpenList } from './open-list.tsx';
import { useGivenActs } from './use-given-acts.ts';

const dayMs = 86_400_000;

/** Where we went wrong and did not put it right yet. */
export function FaultList() {
  const { faults } = useGiveAndTakeWords();
  const asked = useInfiniteQuery(giveAndTakeQueries.faults());
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <OpenList title={faults.title} lead={faults.lead} empty={faults.empty} asked={asked} count={items.length}>
      {items.map((fault) => (
        <Line key={fault.id} fault={fault} />
      ))}
    </OpenList>
  );
}

function Line({ fault }: { fault: Fault }) {
  const { faults, through, ago } = useGiveAndTakeWords();
  const { makeGood, explain } = useGivenActs();
  const { party, what, at, colleague } = fault;
  const said = faults.says(party.name);
  const days = Math.floor((Date.now() - Date.parse(at)) / dayMs);
  return (
    <OpenLine
      {...{ said, party, words: what, facts: [ago(days), through(colleague.name)] }}
      act={faults.done}
      isBusy={makeGood.isPending}
      onAct={() => makeGood.mutate(fault)}
    >
      <FaultWhy fault={fault} isBusy={explain.isPending} onSay={(said) => explain.mutate({ fault, said })} />
    </OpenLine>
  );
}
