import { type RefObject, useEffect } from 'react';

/** j and k walk over the lines, Enter does the first thing that stands there; the next one takes its place under the hand. */
export function useLineKeys(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isElsewhere(at)) return;
      const rows = [...(place.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
      const here = rows.findIndex((row) => row.contains(document.activeElement));
      if (press({ key: event.key, rows, here })) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [place]);
}

function isElsewhere(at: Element | null): boolean {
  return at?.closest('input, textarea, select, [contenteditable], [role=menu], [role=dialog]') != null;
}

function press({ key, rows, here }: { key: string; rows: readonly HTMLElement[]; here: number }): boolean {
  if (key === 'j' || key === 'k') {
    rows[key === 'j' ? Math.min(rows.length - 1, here + 1) : Math.max(0, here - 1)]?.focus();
    return rows.length > 0;
  }
  const row = rows[here];
  // On a button or link Enter means that one.
  if (key !== 'Enter' || !row || document.activeElement !== row) return false;
  (rows[here + 1] ?? rows[here - 1])?.focus();
  row.querySelector<HTMLElement>('[data-main]')?.click();
  return true;
}
