import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { hookPresets } from '#contract/hook-presets.ts';
import type { Hook } from '#contract/hooks.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { hookQueries } from '../../api/hook-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useHookWords } from '../../ui/words-of/hooks.ts';
import classes from './hooks.module.css';

/** All addresses other programs write to. */
export function HookList() {
  const hooks = useHookWords();
  const asked = useQuery(hookQueries.all());
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const items = asked.data?.items ?? [];
  return (
    <>
      <p className="soft">{hooks.lead}</p>
      {asked.isSuccess && items.length === 0 && <p>{hooks.empty}</p>}
      <ul className={classes.list}>
        {items.map((hook) => (
          <HookLine key={hook.id} hook={hook} />
        ))}
      </ul>
      <AddHook />
    </>
  );
}

function HookLine({ hook }: { hook: Hook }) {
  const { formats } = useSpoken();
  const { states } = useHookWords();
  const heard = hook.lastAt ? states.last(formats.dateTime(hook.lastAt)) : states.never;
  return (
    <li className={classes.line}>
      <Link to="/hooks/$hookId" params={{ hookId: hook.id }}>
        {hook.name}
      </Link>
      <span className="soft">{hook.isPaused ? states.paused : heard}</span>
      {hook.counts.failed > 0 && <span className={classes.failure}>{states.failed(hook.counts.failed)}</span>}
    </li>
  );
}

function AddHook() {
  const hooks = useHookWords();
  const [name, setName] = useState('');
  const [preset, setPreset] = useState('woocommerce');
  const navigate = useNavigate();
  const add = useAct({
    run: () => api.hooks.create({ ...nothing, body: { name: name.trim(), preset }, headers: newKey() }),
    touches: [['hooks'], ['changes']],
    onDone: (made) => void navigate({ to: '/hooks/$hookId', params: { hookId: made.id } }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') add.mutate();
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <TextInput
        label={hooks.name}
        placeholder={hooks.namePlaceholder}
        required
        withAsterisk={false}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={hooks.preset}
        value={preset}
        allowDeselect={false}
        data={Object.keys(hookPresets).map((value) => ({ value, label: hooks.presets[value] ?? value }))}
        onChange={(chosen) => setPreset(chosen ?? 'generic')}
      />
      <div>
        <Button type="submit" variant="default" loading={add.isPending}>
          {hooks.add}
        </Button>
      </div>
    </form>
  );
}
