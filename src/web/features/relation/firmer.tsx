import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Party } from '#contract/parties.ts';
import { standingQueries } from '../../api/standing-queries.ts';
import { PlanRow } from '../../ui/plans/plan-row.tsx';
import { ProposedPlanRow } from '../../ui/plans/proposed-plan.tsx';
import { usePlanWords } from '../../ui/words-of/plans.ts';
import classes from './expectations.module.css';

/** On whom it hangs, the plan that changes that, and what became of earlier ones. */
export function Firmer({ party }: { party: Party }) {
  const words = usePlanWords();
  const running = useInfiniteQuery(standingQueries.plans({ state: 'open', partyId: party.id }));
  const ended = useInfiniteQuery(standingQueries.plans({ state: 'ended', partyId: party.id }));
  const proposed = useInfiniteQuery(standingQueries.proposed(party.id));
  if (!running.data || !ended.data || !proposed.data) return null;
  const plans = [...running.data.pages, ...ended.data.pages].flatMap((page) => page.items);
  const [proposal] = proposed.data.pages.flatMap((page) => page.items);
  return (
    <section className={classes.part} aria-label={words.section}>
      <div className={classes.head}>
        <h3>{words.section}</h3>
        <Link to="/plans" className="noPrint">
          {words.all}
        </Link>
      </div>
      {proposal && <ProposedPlanRow proposal={proposal} isPartyHidden />}
      {plans.length === 0 && !proposal && <p className="soft">{words.notNeeded}</p>}
      {plans.map((plan) => (
        <PlanRow key={plan.id} plan={plan} isPartyHidden />
      ))}
    </section>
  );
}
