import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { signIn } from '../../api/account.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { TimeZoneSelect } from '../../ui/time-zone-select.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './form.module.css';
import { FrontPage } from './front-page.tsx';

/** The first owner: the token from the console, a name, an address, a password, and the firm. */
export function Setup({ token, onDone }: { token: string; onDone: () => void }) {
  const { words, locale } = useSpoken();
  const { setup, errors } = words;
  const cache = useQueryClient();
  const [form, setForm] = useState({ token, name: '', email: '', password: '', firmName: '', timeZone: ownTimeZone() });
  const [isTooShort, setTooShort] = useState(false);
  const make = useAct({
    run: async (body: typeof form) => {
      await api.setup.create({ ...nothing, body: { ...body, locale }, headers: newKey() });
      await signIn({ email: body.email, password: body.password });
    },
    isQuiet: true,
    onDone: () => {
      cache.clear();
      onDone();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const tooShort = form.password.length < 10;
    setTooShort(tooShort);
    if (!tooShort) make.mutate({ ...form, token: form.token.trim(), email: form.email.trim() });
  };
  const failure = make.isError ? describeFailure(make.error, words) : null;
  const field = (name: keyof typeof form) => ({
    name,
    required: true,
    withAsterisk: false,
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [name]: event.currentTarget.value }),
  });
  const tokenError = failure?.code === 'wrong-token' ? failure.sentence : null;
  return (
    <FrontPage title={setup.title} lead={setup.lead}>
      <p className="soft">{setup.intro}</p>
      <form onSubmit={send} className={classes.form}>
        <TextInput
          label={setup.token}
          description={setup.tokenHint}
          autoComplete="off"
          autoFocus={token === ''}
          error={tokenError}
          {...field('token')}
        />
        <TextInput label={setup.yourName} autoComplete="name" autoFocus={token !== ''} {...field('name')} />
        <TextInput
          label={setup.email}
          type="email"
          autoComplete="username"
          error={failure?.fields.email ? errors.fields.email : null}
          {...field('email')}
        />
        <PasswordInput
          label={setup.password}
          description={setup.passwordHint}
          autoComplete="new-password"
          error={isTooShort ? errors.fields.passwordShort : null}
          {...field('password')}
        />
        <TextInput label={setup.firmName} autoComplete="organization" {...field('firmName')} />
        <TimeZoneSelect
          label={setup.timeZone}
          description={setup.timeZoneHint}
          value={form.timeZone}
          onChange={(timeZone) => setForm({ ...form, timeZone })}
        />
        {failure && !tokenError && (
          <p role="alert" className={classes.failure}>
            {failure.sentence}
          </p>
        )}
        <Button type="submit" loading={make.isPending}>
          {setup.create}
        </Button>
      </form>
    </FrontPage>
  );
}

function ownTimeZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone.includes('/') ? zone : 'Europe/Amsterdam';
}
