import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { ConnectionKind } from '#contract/connection-kinds.ts';
import type { User } from '#contract/me.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useConnectionWords } from '../../ui/words-of/connections.ts';
import { ConnectionForm } from './connection-form.tsx';
import classes from './connections.module.css';
import { offeredKinds } from './forms/offered-kinds.ts';

/** First what, then how. */
export function AddConnection({ user, onClose }: { user: User; onClose: () => void }) {
  const { form, kinds, kindLeads } = useConnectionWords();
  const [kind, setKind] = useState<ConnectionKind | null>(null);
  if (kind) {
    return (
      <Dialog title={form.title(kinds[kind])} onClose={onClose}>
        <ConnectionForm kind={kind} user={user} onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog title={form.choose} onClose={onClose}>
      <ul className={classes.kinds}>
        {offeredKinds.map((offered) => (
          <li key={offered}>
            <UnstyledButton className={classes.kind} onClick={() => setKind(offered)}>
              <span>{kinds[offered]}</span>
              <span className="soft small">{kindLeads[offered]}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
