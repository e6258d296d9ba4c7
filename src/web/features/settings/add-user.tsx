import { Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { isLocale } from '#messages/locales.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './settings.module.css';

export function AddUser({ onClose }: { onClose: () => void }) {
  const { words, locale } = useSpoken();
  const { settings, shell, errors } = words;
  const { users } = settings;
  const [form, setForm] = useState({ name: '', email: '', password: '', role: 'member' as 'owner' | 'member', locale });
  const [isTooShort, setTooShort] = useState(false);
  const add = useAct({
    run: () => api.users.create({ ...nothing, body: form, headers: newKey() }),
    touches: [['users']],
    isQuiet: true,
    onDone: (user) => {
      notifications.show({ message: users.added(user.name) });
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTooShort(form.password.length < 10);
    if (form.password.length >= 10) add.mutate();
  };
  const field = (name: 'name' | 'email' | 'password') => ({
    required: true,
    withAsterisk: false,
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [name]: event.currentTarget.value }),
  });
  return (
    <form onSubmit={send} className={`${classes.part} ${classes.form}`} aria-label={users.add}>
      <TextInput label={users.name} autoFocus {...field('name')} />
      <TextInput label={users.email} type="email" autoComplete="off" {...field('email')} />
      <TextInput
        label={users.password}
        autoComplete="new-password"
        error={isTooShort ? errors.fields.passwordShort : null}
        {...field('password')}
      />
      <Select
        label={users.role}
        value={form.role}
        allowDeselect={false}
        data={[
          { value: 'member', label: users.roles.member },
          { value: 'owner', label: users.roles.owner },
        ]}
        onChange={(role) => setForm({ ...form, role: role === 'owner' ? 'owner' : 'member' })}
      />
      <Select
        label={users.language}
        value={form.locale}
        allowDeselect={false}
        data={[
          { value: 'nl', label: shell.languages.nl },
          { value: 'en', label: shell.languages.en },
        ]}
        onChange={(chosen) => setForm({ ...form, locale: isLocale(chosen) ? chosen : 'nl' })}
      />
      {add.isError && (
        <p role="alert" className={classes.failure}>
          {describeFailure(add.error, words).sentence}
        </p>
      )}
      <div style={{ display: 'flex', gap: 8 }}>
        <Button type="submit" loading={add.isPending}>
          {users.add}
        </Button>
        <Button variant="default" onClick={onClose}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  );
}
