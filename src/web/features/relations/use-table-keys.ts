/** Keys in the table: up and down from row to row, x to choose, w for what its closeness stands on, Enter on a cell to change it. */
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { Line } from './use-list-lines.ts';
import type { Selection } from './use-selection.ts';

interface Keys {
  readonly lines: readonly Line[];
  readonly body: RefObject<HTMLTableSectionElement | null>;
  readonly selection: Selection;
  readonly show: (index: number) => void;
  /** What the closeness of a relation stands on. */
  readonly explain: (partyId: string) => void;
}

const fields = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="listbox"]';

export function useTableKeys({ lines, body, selection, show, explain }: Keys) {
  /** On the way there: a key held down is quicker than rows are drawn. */
  const goal = useRef<number | null>(null);
  return (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (target.closest(fields) || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = Number(target.closest('[data-index]')?.getAttribute('data-index') ?? -1);
    const at = goal.current ?? here;
    const line = lines[at];
    if (event.key.toLowerCase() === 'x' && line && 'row' in line) {
      event.preventDefault();
      selection.toggle(line.row.id, event.shiftKey);
      return;
    }
    if (event.key.toLowerCase() === 'w' && line && 'row' in line) {
      event.preventDefault();
      explain(line.row.id);
      return;
    }
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 };
    const next = moves[event.key];
    if (next === undefined || next < 0 || next >= lines.length) return;
    event.preventDefault();
    goal.current = next;
    show(next);
    requestAnimationFrame(() => {
      if (goal.current !== next) return;
      goal.current = null;
      const row = body.current?.querySelector(`[data-index="${next}"]`);
      row?.querySelector<HTMLElement>('a, button')?.focus();
    });
  };
}
