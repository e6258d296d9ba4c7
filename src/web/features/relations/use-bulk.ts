/** Does one thing to everybody chosen; what takes longer is followed, also by who comes back to the page later. */
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { BulkAct, BulkRun } from '#contract/bulk.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { type ListState, listQueries } from '../../api/list-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndo } from '../../ui/changes/use-undo.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useSpoken } from '../../ui/words.tsx';
import type { Selection } from './use-selection.ts';

const touches = [['parties'], ['party'], ['today'], ['tags'], ['groups'], ['triage'], ['changes']];

export function useBulk({ list, selection }: { list: ListState; selection: Selection }) {
  const { words, formats } = useSpoken();
  const { lists, shell } = words;
  const cache = useQueryClient();
  const isOpen = (run: BulkRun | undefined) => run?.status === 'waiting' || run?.status === 'running';
  const runs = useQuery({
    ...listQueries.bulkRuns(),
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? 400 : false),
  });
  const running = runs.data?.items.find(isOpen) ?? null;
  const { undo } = useUndo();
  const tell = (run: BulkRun) => {
    for (const queryKey of touches) void cache.invalidateQueries({ queryKey });
    const { changeId, changed } = run;
    if (changeId === null) {
      notifications.show({ message: lists.bulkNothing });
      return;
    }
    const done = lists.bulkDone(formats.number(changed), changed === 1);
    const message = run.status === 'failed' ? lists.bulkFailed : done;
    showUndo({ message, label: shell.undo, close: shell.close, onUndo: () => undo({ changeId }) });
  };
  const followed = useRef<string | null>(null);
  const told = useRef(tell);
  told.current = tell;
  const finished = runs.data?.items.find(({ id }) => id === followed.current);
  useEffect(() => {
    if (running) followed.current = running.id;
    else if (finished && finished.status !== 'waiting' && finished.status !== 'running') {
      followed.current = null;
      told.current(finished);
    }
  }, [running, finished]);
  const start = useAct<BulkAct, BulkRun>({
    run: (act) =>
      api.bulk.start({ ...nothing, body: { act, selection: selectionOf(list, selection) }, headers: newKey() }),
    touches: [['bulk']],
    onDone: (run) => {
      selection.clear();
      if (run.status === 'done' || run.status === 'failed') tell(run);
      else followed.current = run.id;
    },
  });
  return { run: (act: BulkAct) => start.mutate(act), running };
}

type ListSelection = Parameters<typeof api.bulk.start>[0]['body']['selection'];

function selectionOf({ q, filter }: ListState, { kind, ids }: Selection): ListSelection {
  if (kind === 'some') return { ids: [...ids] };
  return { list: { ...(q ? { q } : {}), ...(filter ? { filter } : {}) }, except: [...ids] };
}
