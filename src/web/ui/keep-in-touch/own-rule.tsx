import { Button } from '@mantine/core';
import type { KeepingRule } from '#contract/keep-in-touch.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { showUndo } from '../undo-toast.tsx';
import { useSpoken } from '../words.tsx';
import { Interval } from './interval.tsx';
import classes from './keep-in-touch.module.css';
import { RuleWords } from './rule-words.tsx';

export const keepingTouches = [['keep-in-touch'], ['today'], ['changes']];

/** One's own reminder: another rhythm, or no longer. */
export function OwnRule({ rule, name }: { rule: KeepingRule; name: string }) {
  const { notifications, shell } = useSpoken().words;
  const { touch } = notifications;
  const again = useAct({
    run: () =>
      api.keepInTouch.create({
        ...nothing,
        body: {
          ...(rule.party ? { partyId: rule.party.id } : { groupId: rule.group?.id ?? '' }),
          everyDays: rule.everyDays,
        },
        headers: newKey(),
      }),
    touches: keepingTouches,
  });
  const change = useAct({
    run: (everyDays: number | null) =>
      api.keepInTouch.update({ ...nothing, params: { ruleId: rule.id }, body: { everyDays }, headers: newKey() }),
    touches: keepingTouches,
  });
  const stop = useAct({
    run: () => api.keepInTouch.remove({ ...nothing, params: { ruleId: rule.id }, headers: newKey() }),
    touches: keepingTouches,
    onDone: () =>
      showUndo({ message: touch.stopped(name), label: shell.undo, close: shell.close, onUndo: () => again.mutate() }),
  });
  return (
    <>
      <p>
        <RuleWords rule={rule} />
      </p>
      <div className={`${classes.acts} noPrint`}>
        <Interval key={rule.version} everyDays={rule.everyDays} onChange={(days) => change.mutate(days)} />
        <Button size="compact-sm" variant="default" onClick={() => stop.mutate()} loading={stop.isPending}>
          {touch.stop}
        </Button>
      </div>
    </>
  );
}
