import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProposedPlan } from '#contract/plans.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { planTouches } from '../../api/standing-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../changes/use-undo-record.ts';
import { useSpoken } from '../words.tsx';
import { usePlanWords } from '../words-of/plans.ts';
import { Dependency } from './plan-numbers.tsx';
import classes from './plans.module.css';

const dayMs = 86_400_000;
const stepDays = { along: 7, call: 28, look: 90 } as const;

interface Props {
  readonly proposal: ProposedPlan;
  readonly isPartyHidden?: boolean;
}

/** It hangs on one of us: somebody else comes along this week, in one act. */
export function ProposedPlanRow({ proposal, isPartyHidden = false }: Props) {
  const { formats } = useSpoken();
  const words = usePlanWords();
  const { sayDone } = useUndoRecord();
  const { party, hangsOn, dependency, contacts, helpers } = proposal;
  const [helperId, setHelper] = useState(helpers[0]?.id ?? null);
  const helper = helpers.find(({ id }) => id === helperId);
  const begin = useAct({
    run: () => {
      const who = helper?.name ?? '';
      const dueOn = (days: number) => formats.dayKey(Date.now() + days * dayMs);
      const assignee = helper?.userId ? { assigneeId: helper.userId } : {};
      const steps = helper
        ? [
            { title: words.steps.along(who, party.name), dueOn: dueOn(stepDays.along), ...assignee },
            { title: words.steps.call(who, party.name), dueOn: dueOn(stepDays.call), ...assignee },
            { title: words.steps.look(party.name), dueOn: dueOn(stepDays.look) },
          ]
        : [{ title: words.steps.look(party.name), dueOn: dueOn(stepDays.look) }];
      const goal = words.goal(party.name, hangsOn.name);
      const body = { partyId: party.id, goal, helperId, dueOn: dueOn(stepDays.look), steps };
      return api.plans.create({ ...nothing, body, headers: newKey() });
    },
    touches: planTouches,
    onDone: ({ id }) => sayDone(words.did.begun(party.name), id),
  });
  const act = helper ? words.invite(helper.name.split(' ')[0] ?? helper.name) : words.begin;
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        {!isPartyHidden && (
          <p className={classes.party}>
            <Link to="/relations/$partyId" params={{ partyId: party.id }} search={{ tab: 'foundation' }}>
              {party.name}
            </Link>
          </p>
        )}
        <p className={isPartyHidden ? classes.sentence : undefined}>{words.hangs(hangsOn.name)}</p>
        <p className={classes.facts}>
          <Dependency name={hangsOn.name} share={dependency} contacts={contacts} atStart={null} />
        </p>
      </div>
      <div className={`${classes.acts} noPrint`}>
        {helpers.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label={words.whom}
            data={helpers.map(({ id, name }) => ({ value: id, label: name }))}
            value={helperId ?? ''}
            onChange={(event) => setHelper(event.currentTarget.value)}
          />
        )}
        <Button
          variant="default"
          loading={begin.isPending}
          aria-label={`${act}: ${party.name}`}
          onClick={() => begin.mutate()}
        >
          {act}
        </Button>
      </div>
    </div>
  );
}
