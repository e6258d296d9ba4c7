/** One calm line above the page: no connection, what waits for it, or a new version. Nothing to say, nothing there. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useIsConnected } from '../../api/connection.ts';
import { onOutbox, onSentLater, openOutbox, readOutbox } from '../../api/outbox.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './notice.module.css';
import { changeVersion, useIsNewVersionReady } from './program-version.ts';
import { WaitingList } from './waiting-list.tsx';

export function Notice({ userId }: { userId: string }) {
  const { offline } = useWords();
  const isConnected = useIsConnected();
  const isNewReady = useIsNewVersionReady();
  const waiting = useSyncExternalStore(onOutbox, readOutbox);
  const [isShown, setShown] = useState(false);
  useOutbox(userId);
  useReturn(isConnected);
  const refused = waiting.filter((entry) => entry.refused !== null).length;
  const going = waiting.length - refused;
  const said = [
    ...(isConnected ? [] : [offline.away]),
    ...(going === 0 ? [] : [isConnected ? offline.sending(going) : offline.waiting(going)]),
    ...(refused === 0 ? [] : [offline.refused(refused)]),
  ];
  const isEmpty = said.length === 0 && !isNewReady;
  return (
    <aside aria-label={offline.label} className={`${isEmpty ? '' : classes.notice} noPrint`}>
      <p role="status">{said.join(' ')}</p>
      {waiting.length > 0 && (
        <Button size="compact-sm" variant="subtle" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? offline.hide : offline.show}
        </Button>
      )}
      {isNewReady && (
        <p>
          {offline.newVersion}{' '}
          <Button size="compact-sm" variant="subtle" onClick={changeVersion}>
            {offline.change}
          </Button>
        </p>
      )}
      {isShown && waiting.length > 0 && <WaitingList waiting={waiting} />}
    </aside>
  );
}

/** Opens the outbox for this user, and freshens what a note sent later has changed. */
function useOutbox(userId: string): void {
  const cache = useQueryClient();
  const { offline } = useWords();
  useEffect(() => {
    void openOutbox(userId);
  }, [userId]);
  useEffect(
    () =>
      onSentLater(({ about, input }) => {
        notifications.show({ message: offline.sentLater(about) });
        for (const queryKey of [['party', input.partyId], ['tie'], ['parties'], ['today']]) {
          void cache.invalidateQueries({ queryKey });
        }
      }),
    [cache, offline],
  );
}

/** Back again: what could not be read is asked once more. */
function useReturn(isConnected: boolean): void {
  const cache = useQueryClient();
  useEffect(() => {
    if (isConnected)
      void cache.refetchQueries({ type: 'active', predicate: (query) => query.state.status === 'error' });
  }, [isConnected, cache]);
}
