/** Try first, then choose what is read, then connect; or mend one that is there. */
import { Button, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import type { ConnectionKind, ConnectionSettings } from '#contract/connection-kinds.ts';
import type { Connection, ConnectionLook } from '#contract/connections.ts';
import type { User } from '#contract/me.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../ui/words.tsx';
import { useConnectionWords } from '../../ui/words-of/connections.ts';
import classes from './connections.module.css';
import { formOf } from './forms/registry.ts';
import { Permission } from './permission.tsx';
import { Trouble } from './trouble.tsx';

interface Props {
  readonly kind: ConnectionKind;
  readonly user: User;
  /** Left out: a new one. */
  readonly connection?: Connection;
  readonly onDone: () => void;
}

export function ConnectionForm({ kind, user, connection, onDone }: Props) {
  const words = useWords();
  const { form } = useConnectionWords();
  const kindForm = formOf(kind);
  const [settings, setSettings] = useState<ConnectionSettings | undefined>(
    () => connection?.settings ?? kindForm?.begin(user),
  );
  const [password, setPassword] = useState('');
  const [isShared, setShared] = useState(connection?.isShared ?? false);
  const [looked, setLooked] = useState<ConnectionLook | null>(null);
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const secret = password === '' ? null : { password };

  const look = useAct<ConnectionSettings, ConnectionLook>({
    run: (tried) => api.connections.look({ ...nothing, body: { settings: tried, secret }, headers: newKey() }),
    isQuiet: true,
    onDone: (found) => {
      setLooked(found);
      setWanted(new Set(found.places.filter((place) => place.isWanted).map(({ place }) => place)));
    },
  });
  const keep = useAct<ConnectionSettings, Connection>({
    run: (kept) => {
      if (!connection) {
        const body = { settings: kept, secret, isShared, places: [...wanted] };
        return api.connections.create({ ...nothing, body, headers: newKey() });
      }
      const params = { connectionId: connection.id };
      const body = { settings: kept, ...(secret && { secret }) };
      return api.connections.update({ ...nothing, params, body, headers: newKey() });
    },
    touches: [['connections'], ['sources']],
    isQuiet: true,
    onDone: ({ name }) => {
      notifications.show({ message: connection ? form.saved(name) : form.done(name) });
      onDone();
    },
  });
  if (!kindForm || !settings) return null;

  const failed = keep.error ?? look.error;
  const failure = failed ? describeFailure(failed, words) : null;
  const works = looked !== null && looked.problem === null;
  const clean = tidy(settings);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (connection || works) keep.mutate(clean);
    else look.mutate(clean);
  };
  const change = (next: ConnectionSettings) => {
    setSettings(next);
    setLooked(null);
    keep.reset();
    look.reset();
  };
  const toggle = (place: string) => {
    const next = new Set(wanted);
    if (!next.delete(place)) next.add(place);
    setWanted(next);
  };
  const { Fields } = kindForm;
  return (
    <form onSubmit={send} className={classes.fields}>
      <Fields
        settings={settings}
        onSettings={change}
        password={password}
        onPassword={(typed) => {
          setPassword(typed);
          setLooked(null);
        }}
        isMending={connection !== undefined}
        problems={failure?.fields ?? {}}
      />
      <Permission
        settings={clean}
        wanted={(asked) => (connection ? { connectionId: connection.id } : { settings: asked, isShared })}
      />
      {!connection && user.role === 'owner' && (
        <Checkbox label={form.shared} checked={isShared} onChange={(event) => setShared(event.currentTarget.checked)} />
      )}
      {looked?.problem && <Trouble problem={looked.problem} detail={looked.problemDetail} />}
      {failure && (
        <p role="alert" className={classes.failure}>
          {failure.fields.secret ?? failure.fields.settings ?? failure.sentence}
        </p>
      )}
      {works && (
        <fieldset className={classes.places}>
          <legend>{form.works(looked.name ?? '')}</legend>
          {looked.places.length > 1 && <p className="soft small">{form.places}</p>}
          {looked.places.length > 1 &&
            looked.places.map(({ place, name }) => (
              <Checkbox
                key={place}
                label={words.social.places[name] ?? name}
                checked={wanted.has(place)}
                onChange={() => toggle(place)}
              />
            ))}
        </fieldset>
      )}
      <div>
        <Button type="submit" loading={look.isPending || keep.isPending}>
          {connection ? form.save : works ? form.connect : form.try}
        </Button>
      </div>
    </form>
  );
}

/** Lines left empty say nothing. */
function tidy(settings: ConnectionSettings): ConnectionSettings {
  if (settings.kind !== 'imap') return settings;
  return { ...settings, ignored: settings.ignored.map((line) => line.trim()).filter((line) => line !== '') };
}
