/** Done, put away, taken away: at once on the screen, each to be undone. */
import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { Task } from '#contract/tasks.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { showUndo } from '../undo-toast.tsx';
import { useSpoken } from '../words.tsx';
import { sayDay } from './say-due.ts';

interface TaskPage {
  readonly items: readonly Task[];
  readonly nextCursor: string | null;
}

export const taskTouches = [['tasks'], ['party'], ['notifications'], ['changes']];

export function useTaskActs() {
  const { words, formats } = useSpoken();
  const { tasks, shell } = words;
  const cache = useQueryClient();
  const change = (taskId: string, to: (task: Task) => Task[]) => {
    cache.setQueriesData<InfiniteData<TaskPage>>({ queryKey: ['tasks'] }, (shown) => {
      if (!shown) return shown;
      const pages = shown.pages.map((page) => ({
        ...page,
        items: page.items.flatMap((task) => (task.id === taskId ? to(task) : [task])),
      }));
      return { ...shown, pages };
    });
  };
  const freshen = () => void cache.invalidateQueries({ queryKey: ['tasks'] });
  const say = (message: string, onUndo: () => void) =>
    showUndo({ message, label: shell.undo, close: shell.close, onUndo });
  const of = (task: Task) => ({ ...nothing, params: { taskId: task.id }, headers: newKey() });

  const reopen = useAct({ run: (task: Task) => api.tasks.reopen(of(task)), touches: taskTouches, line: 'tasks' });
  const complete = useAct({
    run: (task: Task) => api.tasks.complete(of(task)),
    touches: taskTouches,
    line: 'tasks',
    onFailed: freshen,
    onDone: ({ next }, task) => {
      const again = next?.dueOn ? tasks.doneAgain(task.title, sayDay(next.dueOn, { words, formats })) : null;
      say(again ?? tasks.done(task.title), () => reopen.mutate(task));
    },
  });
  const unsnooze = useAct({
    run: (task: Task) => api.tasks.snooze({ ...of(task), body: { until: task.snoozedUntil } }),
    touches: taskTouches,
    line: 'tasks',
  });
  const snooze = useAct({
    run: ({ task, until }: { task: Task; until: string }) => api.tasks.snooze({ ...of(task), body: { until } }),
    touches: taskTouches,
    line: 'tasks',
    onFailed: freshen,
    onDone: (_, { task, until }) =>
      say(tasks.snoozed(task.title, formats.dateTime(until)), () => unsnooze.mutate(task)),
  });
  const restore = useAct({ run: (task: Task) => api.tasks.restore(of(task)), touches: taskTouches, line: 'tasks' });
  const remove = useAct({
    run: (task: Task) => api.tasks.remove(of(task)),
    touches: taskTouches,
    line: 'tasks',
    onFailed: freshen,
    onDone: (_, task) => say(tasks.removed(task.title), () => restore.mutate(task)),
  });

  return {
    complete: (task: Task) => {
      change(task.id, () => []);
      complete.mutate(task);
    },
    reopen: (task: Task) => {
      change(task.id, () => []);
      reopen.mutate(task);
    },
    snooze: (task: Task, until: string) => {
      change(task.id, (shown) => [{ ...shown, snoozedUntil: until }]);
      snooze.mutate({ task, until });
    },
    remove: (task: Task) => {
      change(task.id, () => []);
      remove.mutate(task);
    },
  };
}
