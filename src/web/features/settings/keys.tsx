import { Button, CopyButton, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type ApiKey, createKey, deleteKey, listKeys } from '../../api/account.ts';
import { useAct } from '../../api/use-act.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './settings.module.css';

/** Keys for other programs; each shown once. */
export function Keys() {
  const { settings } = useSpoken().words;
  const { keys } = settings;
  const asked = useQuery({ queryKey: ['keys'], queryFn: listKeys });
  const [name, setName] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const make = useAct({
    run: createKey,
    touches: [['keys']],
    onDone: (made) => {
      setSecret(made);
      setName('');
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') make.mutate(name.trim());
  };
  return (
    <>
      <p className="soft">
        {keys.lead} <a href="/api/docs">{keys.docs}</a>
      </p>
      {secret && <Secret secret={secret} />}
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data?.length === 0 && !secret && <p className="soft">{keys.empty}</p>}
      <ul className={classes.list}>
        {asked.data?.map((key) => (
          <KeyLine key={key.id} apiKey={key} />
        ))}
      </ul>
      <form onSubmit={send} className={classes.form}>
        <TextInput
          label={keys.name}
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="default" loading={make.isPending}>
            {keys.create}
          </Button>
        </div>
      </form>
    </>
  );
}

function Secret({ secret }: { secret: string }) {
  const { settings, shell } = useSpoken().words;
  return (
    <div className={classes.secret} role="status">
      <p>{settings.keys.created}</p>
      <code>{secret}</code>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <div>
            <Button size="xs" onClick={copy}>
              {copied ? shell.copied : shell.copy}
            </Button>
          </div>
        )}
      </CopyButton>
    </div>
  );
}

function KeyLine({ apiKey }: { apiKey: ApiKey }) {
  const { words, formats } = useSpoken();
  const { keys } = words.settings;
  const remove = useAct({
    run: () => deleteKey(apiKey.id),
    touches: [['keys']],
    onDone: () => notifications.show({ message: keys.removed }),
  });
  return (
    <li>
      <span>
        {apiKey.name} {apiKey.start && <code className="soft small">{apiKey.start}…</code>}
      </span>
      <span className="soft">{apiKey.lastRequest ? keys.used(formats.date(apiKey.lastRequest)) : keys.unused}</span>
      <Button variant="default" size="xs" onClick={() => remove.mutate()} loading={remove.isPending}>
        {keys.remove}
      </Button>
    </li>
  );
}
