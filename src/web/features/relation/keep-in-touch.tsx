import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Party } from '#contract/parties.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { taskQueries } from '../../api/task-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { keepingTouches, OwnRule } from '../../ui/keep-in-touch/own-rule.tsx';
import { RuleWords } from '../../ui/keep-in-touch/rule-words.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './story.module.css';

/** Who is reminded of this relation, and when; one's own reminder begins and ends here. */
export function KeepInTouch({ party }: { party: Party }) {
  const { touch } = useSpoken().words.notifications;
  const { data: me } = useQuery(queries.me());
  const asked = useQuery(taskQueries.keeping(party.id));
  if (!asked.data || !me) return null;
  const rules = asked.data.items;
  const own = rules.find(({ user, party: one }) => user.id === me.user.id && one !== null);
  const others = rules.filter((rule) => rule !== own);
  const isRefused = party.contactWish === 'rather-not';
  return (
    <section className={classes.part} aria-label={touch.title}>
      <h2>{touch.title}</h2>
      {others.map((rule) => (
        <p key={rule.id}>
          <RuleWords rule={rule} />
        </p>
      ))}
      {own && <OwnRule rule={own} name={party.name} />}
      {!own && (isRefused ? <p className="soft">{touch.held['rather-not']}</p> : <Start party={party} />)}
    </section>
  );
}

function Start({ party }: { party: Party }) {
  const { notifications, shell } = useSpoken().words;
  const { touch } = notifications;
  const stop = useAct({
    run: (ruleId: string) => api.keepInTouch.remove({ ...nothing, params: { ruleId }, headers: newKey() }),
    touches: keepingTouches,
  });
  const start = useAct({
    run: () => api.keepInTouch.create({ ...nothing, body: { partyId: party.id, everyDays: null }, headers: newKey() }),
    touches: keepingTouches,
    onDone: ({ id }) =>
      showUndo({
        message: touch.started(party.name),
        label: shell.undo,
        close: shell.close,
        onUndo: () => stop.mutate(id),
      }),
  });
  return (
    <div className="noPrint">
      <Button size="compact-sm" variant="default" onClick={() => start.mutate()} loading={start.isPending}>
        {touch.start}
      </Button>
    </div>
  );
}
