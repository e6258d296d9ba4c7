import { Button, NativeSelect, PasswordInput, TextInput, useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import type { User } from '#contract/me.ts';
import { isLocale, locales } from '#messages/locales.ts';
import { changePassword } from '../../api/account.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useLanguage } from '../../ui/language.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './settings.module.css';

const schemes = ['auto', 'light', 'dark'] as const;

export function MeSettings({ user }: { user: User }) {
  const { settings, shell } = useWords();
  const { locale, speak } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [name, setName] = useState(user.name);
  const save = useAct({
    run: (body: { name?: string; locale?: (typeof locales)[number] }) =>
      api.me.update({ ...nothing, body, headers: newKey() }),
    touches: [['me'], ['users']],
    onDone: () => notifications.show({ message: shell.saved }),
  });
  return (
    <>
      <div className={classes.form}>
        <TextInput
          label={settings.me.name}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={() => {
            const chosen = name.trim();
            if (chosen !== '' && chosen !== user.name) save.mutate({ name: chosen });
          }}
        />
        <TextInput label={settings.me.email} value={user.email} readOnly variant="unstyled" />
        <NativeSelect
          label={settings.me.language}
          value={locale}
          data={locales.map((value) => ({ value, label: shell.languages[value] }))}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            if (!isLocale(chosen)) return;
            speak(chosen);
            save.mutate({ locale: chosen });
          }}
        />
        <NativeSelect
          label={settings.me.scheme}
          value={colorScheme}
          data={schemes.map((value) => ({ value, label: shell.schemes[value] }))}
          onChange={(event) => setColorScheme(schemes.find((scheme) => scheme === event.currentTarget.value) ?? 'auto')}
        />
      </div>
      <Password email={user.email} />
    </>
  );
}

function Password({ email }: { email: string }) {
  const words = useWords();
  const { settings, errors } = words;
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [isTooShort, setTooShort] = useState(false);
  const change = useAct({
    run: changePassword,
    isQuiet: true,
    onDone: () => {
      setCurrent('');
      setFresh('');
      notifications.show({ message: settings.me.changed });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTooShort(fresh.length < 10);
    if (fresh.length >= 10) change.mutate({ currentPassword: current, newPassword: fresh });
  };
  return (
    <form onSubmit={send} className={`${classes.part} ${classes.form}`}>
      <h3>{settings.me.password}</h3>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label={settings.me.current}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label={settings.me.fresh}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={fresh}
        error={isTooShort ? errors.fields.passwordShort : null}
        onChange={(event) => setFresh(event.currentTarget.value)}
      />
      {change.isError && (
        <p role="alert" className={classes.failure}>
          {describeFailure(change.error, words).sentence}
        </p>
      )}
      <div>
        <Button type="submit" variant="default" loading={change.isPending}>
          {settings.me.change}
        </Button>
      </div>
    </form>
  );
}
