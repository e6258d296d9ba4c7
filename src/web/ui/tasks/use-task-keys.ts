import { type RefObject, useEffect, useRef } from 'react';
import type { Task } from '#contract/tasks.ts';
import type { useTaskActs } from './use-task-acts.ts';

interface Options {
  readonly place: RefObject<HTMLElement | null>;
  readonly tasks: readonly Task[];
  readonly acts: ReturnType<typeof useTaskActs>;
  readonly onEdit: (task: Task) => void;
  readonly isWholePage: boolean;
  readonly isAway: boolean;
}

export function useTaskKeys(options: Options) {
  const latest = useRef(options);
  latest.current = options;
  useFocusAlong(options.place);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { place, isWholePage, isAway } = latest.current;
      const at = event.target instanceof Element ? event.target : null;
      const isWithin = at !== null && (place.current?.contains(at) ?? false);
      if (isAway || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isElsewhere(at)) return;
      if ((isWithin || isWholePage) && press(event.key, latest.current)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** A row that moves to another group is drawn anew there: who stood on it still does. */
function useFocusAlong(place: RefObject<HTMLElement | null>) {
  const stoodOn = useRef<string | undefined>(undefined);
  useEffect(() => {
    const onGo = ({ target }: Event) => {
      stoodOn.current = target instanceof Element ? rowOf(target)?.dataset.task : undefined;
    };
    document.addEventListener('focusin', onGo);
    document.addEventListener('pointerdown', onGo);
    return () => {
      document.removeEventListener('focusin', onGo);
      document.removeEventListener('pointerdown', onGo);
    };
  }, []);
  useEffect(() => {
    if (!stoodOn.current || document.activeElement !== document.body) return;
    const row = rowsIn(place).find(({ dataset }) => dataset.task === stoodOn.current);
    row?.focus({ preventScroll: true });
  });
}

function rowsIn(place: RefObject<HTMLElement | null>): HTMLElement[] {
  return [...(place.current?.querySelectorAll<HTMLElement>('[data-task]') ?? [])];
}

function rowOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>('[data-task]');
}

/** Where one types, or in a menu or dialog, letters mean something else. */
function isElsewhere(at: Element | null): boolean {
  return at?.closest('input, textarea, select, [contenteditable], [role=menu], [role=dialog]') != null;
}

function press(key: string, { place, tasks, acts, onEdit }: Options): boolean {
  const rows = rowsIn(place);
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[here];
  const task = tasks.find(({ id }) => id === row?.dataset.task);
  const walk = (to: number) => rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
  if (key === 'j' || key === 'k') {
    walk(key === 'j' ? here + 1 : Math.max(0, here - 1));
    return rows.length > 0;
  }
  if (!task || !row) return false;
  if (key === 'x') {
    // The next one takes its place under the hand.
    (rows[here + 1] ?? rows[here - 1])?.focus();
    if (task.doneAt === null) acts.complete(task);
    else acts.reopen(task);
  } else if (key === 'e') onEdit(task);
  else if (key === 's') row.querySelector<HTMLElement>('.snooze')?.click();
  else return false;
  return true;
}
