import { Checkbox } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Plan } from '#contract/plans.ts';
import { LazyMenu } from '../lazy-menu.tsx';
import { useSpoken } from '../words.tsx';
import { usePlanWords } from '../words-of/plans.ts';
import { PlanCourse } from './plan-course.tsx';
import { Dependency, Second } from './plan-numbers.tsx';
import classes from './plans.module.css';
import { usePlanActs } from './use-plan-acts.ts';

interface Props {
  readonly plan: Plan;
  readonly isPartyHidden?: boolean;
}

/** A plan: what is wanted, its steps, and whether it does something. */
export function PlanRow({ plan, isPartyHidden = false }: Props) {
  const { formats } = useSpoken();
  const words = usePlanWords();
  const acts = usePlanActs(plan);
  const { party, hangsOn, helper, atStart, now, outcome } = plan;
  const day = (at: string) => formats.shortDate(at, Date.now());
  const facts = [
    outcome && words.outcomes[outcome],
    words.since(day(plan.startedAt)),
    plan.endedAt && words.until(day(plan.endedAt)),
    helper && words.along(helper.name),
  ].filter((fact) => typeof fact === 'string');
  const endings =
    outcome === null
      ? [
          { label: words.reach, onChoose: () => acts.end('reached') },
          { label: words.stop, onChoose: () => acts.end('stopped') },
        ]
      : [{ label: words.reopen, onChoose: () => acts.end(null) }];
  return (
    <article className={classes.row} aria-label={plan.goal}>
      <div className={classes.what}>
        {!isPartyHidden && (
          <p className={classes.party}>
            <Link to="/relations/$partyId" params={{ partyId: party.id }} search={{ tab: 'foundation' }}>
              {party.name}
            </Link>
          </p>
        )}
        <p className={classes.sentence}>{plan.goal}</p>
        <p className={classes.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {plan.steps.length > 0 && (
          <ul className={classes.steps}>
            {plan.steps.map(({ taskId, title, dueOn, doneAt, assignee }) => (
              <li key={taskId}>
                <Checkbox
                  aria-label={words.step(title)}
                  checked={doneAt !== null}
                  disabled={acts.isBusy}
                  onChange={(event) => acts.step({ taskId, isDone: event.currentTarget.checked })}
                />
                <span className={doneAt ? 'soft' : undefined}>{title}</span>
                <span className={classes.due}>
                  {doneAt ? words.stepDone(day(doneAt)) : dueOn && words.stepDue(day(`${dueOn}T12:00:00Z`))} ·{' '}
                  {assignee.name}
                </span>
              </li>
            ))}
          </ul>
        )}
        <div className={classes.numbers}>
          {hangsOn && (
            <Dependency
              name={null}
              share={now.dependency}
              contacts={now.contacts}
              atStart={{ share: atStart.dependency, contacts: atStart.contacts }}
            />
          )}
          <Second atStart={atStart.second} now={now.second} />
        </div>
        <PlanCourse planId={plan.id} startedAt={plan.startedAt} />
      </div>
      <LazyMenu
        label={words.more(plan.goal)}
        className={`${classes.more} noPrint`}
        parts={[{ choices: [...endings, { label: words.remove, onChoose: () => acts.remove() }] }]}
      >
        <IconDots size={18} aria-hidden="true" />
      </LazyMenu>
    </article>
  );
}
