import { type RefObject, useEffect, useRef } from 'react';
import type { Proposal } from '#contract/proposals.ts';
import type { useProposalActs } from './use-proposal-acts.ts';

interface Options {
  readonly place: RefObject<HTMLElement | null>;
  readonly proposals: readonly Proposal[];
  readonly acts: ReturnType<typeof useProposalActs>;
  /** The page is about nothing else: its keys work wherever one is. */
  readonly isWholePage: boolean;
}

/** j and k walk, Enter is yes, x is no; the next one takes its place under the hand. */
export function useProposalKeys(options: Options): void {
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { place, isWholePage } = latest.current;
      const at = event.target instanceof Element ? event.target : null;
      const isWithin = at !== null && (place.current?.contains(at) ?? false);
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isElsewhere(at)) return;
      if ((isWithin || isWholePage) && press(event.key, latest.current)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isElsewhere(at: Element | null): boolean {
  return at?.closest('input, textarea, select, [contenteditable], [role=menu], [role=dialog]') != null;
}

function press(key: string, { place, proposals, acts }: Options): boolean {
  const rows = [...(place.current?.querySelectorAll<HTMLElement>('[data-proposal]') ?? [])];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[here];
  if (key === 'j' || key === 'k') {
    rows[key === 'j' ? Math.min(rows.length - 1, here + 1) : Math.max(0, here - 1)]?.focus();
    return rows.length > 0;
  }
  const proposal = proposals.find(({ id }) => id === row?.dataset.proposal);
  // On a button or link Enter means that one.
  const isYes = key === 'Enter' && document.activeElement === row;
  if (!proposal || (!isYes && key !== 'x')) return false;
  (rows[here + 1] ?? rows[here - 1])?.focus();
  if (isYes) acts.accept(proposal);
  else acts.dismiss(proposal);
  return true;
}
