import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { signIn } from '../../api/account.ts';
import { describeFailure } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './form.module.css';
import { FrontPage } from './front-page.tsx';

export function SignIn({ onDone }: { onDone: () => void }) {
  const words = useWords();
  const { setup } = words;
  const cache = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useAct({
    run: signIn,
    isQuiet: true,
    onDone: () => {
      cache.clear();
      onDone();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ email: email.trim(), password });
  };
  return (
    <FrontPage title={setup.signInTitle}>
      <form onSubmit={send} className={classes.form}>
        <TextInput
          label={setup.email}
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={setup.password}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {enter.isError && (
          <p role="alert" className={classes.failure}>
            {describeFailure(enter.error, words).sentence}
          </p>
        )}
        <Button type="submit" loading={enter.isPending}>
          {setup.signIn}
        </Button>
        <p className={classes.hint}>{setup.forgot}</p>
      </form>
    </FrontPage>
  );
}
