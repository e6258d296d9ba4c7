import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '#contract/me.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { AddUser } from './add-user.tsx';
import classes from './settings.module.css';

export function Users({ self }: { self: User }) {
  const { settings } = useSpoken().words;
  const asked = useQuery(queries.users());
  const [isAdding, setAdding] = useState(false);
  const isOwner = self.role === 'owner';
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  return (
    <>
      <p className="soft">{settings.users.lead}</p>
      <ul className={classes.list}>
        {asked.data?.items.map((user) => (
          <UserLine key={user.id} user={user} isSelf={user.id === self.id} mayChange={isOwner} />
        ))}
      </ul>
      {isOwner && !isAdding && (
        <div>
          <Button variant="default" onClick={() => setAdding(true)}>
            {settings.users.add}
          </Button>
        </div>
      )}
      {isAdding && <AddUser onClose={() => setAdding(false)} />}
    </>
  );
}

interface LineProps {
  readonly user: User;
  readonly isSelf: boolean;
  readonly mayChange: boolean;
}

const roles = ['owner', 'member'] as const;

function UserLine({ user, isSelf, mayChange }: LineProps) {
  const { words, formats } = useSpoken();
  const { users } = words.settings;
  const [isAsking, setAsking] = useState(false);
  const params = { userId: user.id };
  const change = useAct({
    run: (role: User['role']) => api.users.update({ ...nothing, params, body: { role }, headers: newKey() }),
    touches: [['users'], ['me']],
  });
  const remove = useAct({
    run: () => api.users.remove({ ...nothing, params, headers: newKey() }),
    touches: [['users']],
    onDone: () => {
      setAsking(false);
      notifications.show({ message: users.removed(user.name) });
    },
  });
  return (
    <li>
      <span>
        {user.name} {isSelf && <span className="soft">({users.you})</span>}
        <br />
        <span className="soft small">{users.since(formats.date(user.createdAt))}</span>
      </span>
      <span className="soft">{user.email}</span>
      {mayChange && !isSelf ? (
        <span style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <Select
            aria-label={`${users.role}: ${user.name}`}
            value={user.role}
            allowDeselect={false}
            w={130}
            data={roles.map((value) => ({ value, label: users.roles[value] }))}
            onChange={(role) => change.mutate(role === 'owner' ? 'owner' : 'member')}
          />
          <Button variant="default" onClick={() => setAsking(true)}>
            {users.remove}
          </Button>
        </span>
      ) : (
        <span>{users.roles[user.role]}</span>
      )}
      {isAsking && (
        <Confirm
          question={`${users.remove}: ${user.name}`}
          text={users.removeAsk(user.name)}
          act={users.remove}
          isBusy={remove.isPending}
          onYes={() => remove.mutate()}
          onNo={() => setAsking(false)}
        />
      )}
    </li>
  );
}
