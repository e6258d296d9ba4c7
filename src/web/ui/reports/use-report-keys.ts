import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import type { Report } from '#contract/reports.ts';

interface Options {
  readonly place: RefObject<HTMLElement | null>;
  readonly reports: readonly Report[];
  readonly takeUp: (report: Report) => void;
  /** The page is about nothing else: its keys work wherever one is. */
  readonly isWholePage: boolean;
}

/** j and k walk, Enter opens, o takes it up. */
export function useReportKeys(options: Options): void {
  const navigate = useNavigate();
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    if (!options.isWholePage) return;
    const open = (reportId: string) => void navigate({ to: '/reports/$reportId', params: { reportId } });
    const onKey = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null;
      const isElsewhere = at?.closest('input, textarea, select, [contenteditable], [role=menu], [role=dialog]') != null;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isElsewhere) return;
      if (press(event.key, latest.current, open)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, options.isWholePage]);
}

function press(key: string, { place, reports, takeUp }: Options, open: (id: string) => void): boolean {
  const rows = [...(place.current?.querySelectorAll<HTMLElement>('[data-report]') ?? [])];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  if (key === 'j' || key === 'k') {
    rows[key === 'j' ? Math.min(rows.length - 1, here + 1) : Math.max(0, here - 1)]?.focus();
    return rows.length > 0;
  }
  const report = reports.find(({ id }) => id === rows[here]?.dataset.report);
  if (!report) return false;
  // On a button or link Enter means that one.
  const isOnRow = document.activeElement === rows[here];
  if (key === 'Enter' && isOnRow) open(report.id);
  else if (key === 'o' && report.status === 'received') takeUp(report);
  else return false;
  return true;
}
