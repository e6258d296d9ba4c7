/** All connections with how each is doing: the page that always tells the truth about what was read. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { User } from '#contract/me.ts';
import { listQueries } from '../../api/list-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConnectionWords } from '../../ui/words-of/connections.ts';
import { ConnectionLine } from './connection-line.tsx';
import classes from './connections.module.css';
import { DropAddress } from './drop-address.tsx';

const AddConnection = lazy(() => import('./add-connection.tsx').then((loaded) => ({ default: loaded.AddConnection })));

export function Connections({ user }: { user: User }) {
  const words = useWords();
  const { lead, empty, add } = useConnectionWords();
  const asked = useQuery(listQueries.connections());
  const [isAdding, setAdding] = useState(false);
  // What is shown, and being typed, outlives a moment without an answer.
  if (asked.isError && !asked.data) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const items = asked.data?.items ?? [];
  return (
    <div className={classes.page}>
      <PageHead title={words.settings.sections.connections} lead={lead} />
      {asked.isSuccess && items.length === 0 && <p>{empty}</p>}
      <ul className={classes.list}>
        {items.map((connection) => (
          <ConnectionLine key={connection.id} connection={connection} user={user} />
        ))}
      </ul>
      <div>
        <Button variant={items.length === 0 ? 'filled' : 'default'} onClick={() => setAdding(true)}>
          {add}
        </Button>
      </div>
      <DropAddress />
      <Suspense>{isAdding && <AddConnection user={user} onClose={() => setAdding(false)} />}</Suspense>
    </div>
  );
}
