import type { WhatIfHurt } from '#contract/what-if-runs.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndo } from '../changes/use-undo.tsx';
import { taskTouches } from '../tasks/use-task-acts.ts';
import { showUndo } from '../undo-toast.tsx';
import { useSpoken } from '../words.tsx';
import { useWhatIfWords } from '../words-of/what-if.ts';

const withinDays = 7;

/** Tasks of what to do first, within a week, taken back in one go. */
export function usePlan(runId: string) {
  const { words, formats } = useSpoken();
  const said = useWhatIfWords();
  const { undo } = useUndo();
  const { shell } = words;
  return useAct({
    run: (items: readonly WhatIfHurt[]) => {
      const dueOn = formats.dayKey(Date.now() + withinDays * 86_400_000);
      const tasks = items.map(({ act, party }) => ({ partyId: party.id, title: said.tasks.titles[act](party) }));
      const body = { items: tasks, dueOn };
      return api.whatIfRuns.plan({ ...nothing, params: { runId }, body, headers: newKey() });
    },
    touches: taskTouches,
    onDone: ({ taskIds }) =>
      showUndo({
        message: said.tasks.made(taskIds.length),
        label: shell.undo,
        close: shell.close,
        onUndo: () => undo(),
      }),
  });
}
