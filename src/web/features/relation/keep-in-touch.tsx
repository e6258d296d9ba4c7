import { Button, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeepingRule } from '#contract/keep-in-touch.ts';
import type { Party } from '#contract/parties.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { taskQueries } from '../../api/task-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './story.module.css';

const touches = [['keep-in-touch'], ['today'], ['changes']];

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

function RuleWords({ rule }: { rule: KeepingRule }) {
  const { words, formats } = useSpoken();
  const { touch } = words.notifications;
  const [contact] = rule.contacts;
  const rhythm = rule.everyDays === null ? touch.rhythm : touch.every(rule.everyDays);
  const who = [rule.user.name, rule.group?.name].filter(Boolean).join(' · ');
  const isDue = contact && Date.parse(contact.dueAt) <= Date.now();
  const next = contact && (isDue ? touch.dueNow : formats.date(contact.dueAt));
  return (
    <>
      {who}: {rhythm}
      {next && !contact.heldBack && <span className="soft">, {touch.due(next)}</span>}
      {contact?.heldBack && <span className="soft">. {touch.held[contact.heldBack]}</span>}
    </>
  );
}

function OwnRule({ rule, name }: { rule: KeepingRule; name: string }) {
  const { notifications, shell } = useSpoken().words;
  const { touch } = notifications;
  const again = useAct({
    run: () =>
      api.keepInTouch.create({
        ...nothing,
        body: { partyId: rule.party?.id ?? '', everyDays: rule.everyDays },
        headers: newKey(),
      }),
    touches,
  });
  const change = useAct({
    run: (everyDays: number | null) =>
      api.keepInTouch.update({ ...nothing, params: { ruleId: rule.id }, body: { everyDays }, headers: newKey() }),
    touches,
  });
  const stop = useAct({
    run: () => api.keepInTouch.remove({ ...nothing, params: { ruleId: rule.id }, headers: newKey() }),
    touches,
    onDone: () =>
      showUndo({ message: touch.stopped(name), label: shell.undo, close: shell.close, onUndo: () => again.mutate() }),
  });
  return (
    <>
      <p>
        <RuleWords rule={rule} />
      </p>
      <div className={`${classes.owedActs} noPrint`}>
        <Interval key={rule.version} everyDays={rule.everyDays} onChange={(days) => change.mutate(days)} />
        <Button size="compact-sm" variant="default" onClick={() => stop.mutate()} loading={stop.isPending}>
          {touch.stop}
        </Button>
      </div>
    </>
  );
}

/** Empty is the own rhythm. */
function Interval({ everyDays, onChange }: { everyDays: number | null; onChange: (days: number | null) => void }) {
  const { touch } = useSpoken().words.notifications;
  const [days, setDays] = useState<number | ''>(everyDays ?? '');
  const keep = () => {
    const chosen = days === '' ? null : days;
    if (chosen !== everyDays) onChange(chosen);
  };
  return (
    <NumberInput
      size="xs"
      w={170}
      aria-label={touch.ownInterval}
      placeholder={touch.ownInterval}
      min={1}
      max={3650}
      allowDecimal={false}
      clampBehavior="strict"
      hideControls
      value={days}
      onChange={(value) => setDays(value === '' ? '' : Number(value))}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}

function Start({ party }: { party: Party }) {
  const { notifications, shell } = useSpoken().words;
  const { touch } = notifications;
  const stop = useAct({
    run: (ruleId: string) => api.keepInTouch.remove({ ...nothing, params: { ruleId }, headers: newKey() }),
    touches,
  });
  const start = useAct({
    run: () => api.keepInTouch.create({ ...nothing, body: { partyId: party.id, everyDays: null }, headers: newKey() }),
    touches,
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
