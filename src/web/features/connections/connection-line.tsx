/** One connection: what it is, how it is doing in words, and what one can do about it. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import type { Connection } from '#contract/connections.ts';
import type { User } from '#contract/me.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { askPermission } from '../../api/permission.ts';
import { useAct } from '../../api/use-act.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useConnectionWords } from '../../ui/words-of/connections.ts';
import { useMailWords } from '../../ui/words-of/mail.ts';
import { ConnectionHealth } from './connection-health.tsx';
import classes from './connections.module.css';
import { isOffered } from './forms/offered-kinds.ts';
import { ForumHook } from './forum-hook.tsx';

const ConnectionForm = lazy(() =>
  import('./connection-form.tsx').then((loaded) => ({ default: loaded.ConnectionForm })),
);

export function ConnectionLine({ connection, user }: { connection: Connection; user: User }) {
  const mail = useMailWords();
  const { acts, states, kinds, form, shared, permission } = useConnectionWords();
  const [isMending, setMending] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { name, state, settings, mayChange } = connection;
  const params = { connectionId: connection.id };
  const touches = [['connections'], ['sources']];
  const readNow = useAct({
    run: () => api.connections.read({ ...nothing, params, headers: newKey() }),
    touches,
    onDone: () => notifications.show({ message: acts.asked(name) }),
  });
  const resync = useAct({
    run: () => api.connections.resync({ ...nothing, params, headers: newKey() }),
    touches,
    onDone: () => setAsking(false),
  });
  const pause = useAct<boolean>({
    run: (isPaused) => api.connections.update({ ...nothing, params, body: { isPaused }, headers: newKey() }),
    touches,
  });
  const remove = useAct({
    run: () => api.connections.remove({ ...nothing, params, headers: newKey() }),
    touches,
    onDone: () => notifications.show({ message: acts.removed(name) }),
  });
  const isPaused = state === 'paused';
  const again = useAct<void, { address: string }>({
    run: () => askPermission({ connectionId: connection.id }),
    onDone: ({ address }) => window.location.assign(address),
  });
  const isPermitted = 'signIn' in settings && settings.signIn !== 'password';
  const canMend = isOffered(settings.kind);
  const choices = [
    ...(isPaused ? [] : [{ label: acts.readNow, onChoose: () => readNow.mutate() }]),
    ...(canMend ? [{ label: acts.change, onChoose: () => setMending(true) }] : []),
    { label: acts.resync, onChoose: () => setAsking(true) },
    { label: isPaused ? acts.goOn : acts.pause, onChoose: () => pause.mutate(!isPaused) },
    { label: acts.remove, onChoose: () => remove.mutate() },
  ];
  return (
    <li className={classes.connection}>
      <div className={classes.head}>
        <span className={classes.dot} data-state={state} aria-hidden="true" />
        <h2 className={classes.name}>{name}</h2>
        <span className="soft small">
          {kinds[settings.kind]}
          {connection.isShared && `, ${shared}`}
        </span>
        <span className={classes.state} data-state={state}>
          {states[state]}
        </span>
        {mayChange && (
          <span className={classes.acts}>
            {state === 'trouble' && isPermitted && (
              <Button size="compact-sm" loading={again.isPending || again.isSuccess} onClick={() => again.mutate()}>
                {permission.again}
              </Button>
            )}
            {state === 'trouble' && canMend && !isPermitted && (
              <Button size="compact-sm" onClick={() => setMending(true)}>
                {acts.mend}
              </Button>
            )}
            <LazyMenu label={acts.more(name)} className={classes.more ?? ''} parts={[{ choices }]}>
              <IconDots size={18} aria-hidden="true" />
            </LazyMenu>
          </span>
        )}
      </div>
      <ConnectionHealth connection={connection} />
      {settings.kind === 'imap' && (
        <p className="small">
          <Link to="/mail/settings">{mail.inbox.settings}</Link>
        </p>
      )}
      {mayChange && settings.kind === 'discourse' && <ForumHook connectionId={connection.id} />}
      {isMending && (
        <Dialog title={state === 'trouble' ? form.mend(name) : name} onClose={() => setMending(false)}>
          <ConnectionForm kind={settings.kind} user={user} connection={connection} onDone={() => setMending(false)} />
        </Dialog>
      )}
      {isAsking && (
        <Confirm
          question={`${acts.resync}: ${name}`}
          text={acts.resyncAsk}
          act={acts.resync}
          isBusy={resync.isPending}
          onYes={() => resync.mutate()}
          onNo={() => setAsking(false)}
        />
      )}
    </li>
  );
}
