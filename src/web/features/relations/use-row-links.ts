/** Links of many rows, heard once at the table: a click opens without loading the page anew, a hint of one fetches it beforehand. */
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type MouseEvent, type SyntheticEvent, useCallback, useRef } from 'react';
import type { ListState } from '../../api/list-queries.ts';

/** A pointer passing by means nothing yet. */
const meantAfterMs = 50;

/** With `onChoose` a tap chooses instead. */
export function useRowLinks(list: ListState, onChoose: ((partyId: string) => void) | null) {
  const navigate = useNavigate();
  const router = useRouter();
  const latest = useRef(list);
  latest.current = list;
  const choosing = useRef(onChoose);
  choosing.current = onChoose;
  const hint = useRef<{ partyId: string; timer: number } | null>(null);
  const onClick = useCallback(
    (event: MouseEvent) => {
      const partyId = partyOf(event);
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (partyId === null || !isPlain || event.defaultPrevented) return;
      event.preventDefault();
      if (choosing.current) return choosing.current(partyId);
      void navigate({ to: '/relations/$partyId', params: { partyId }, search: {}, state: { list: latest.current } });
    },
    [navigate],
  );
  const onHint = useCallback(
    (event: SyntheticEvent) => {
      const partyId = partyOf(event);
      if (partyId === null || partyId === hint.current?.partyId) return;
      if (hint.current) window.clearTimeout(hint.current.timer);
      const fetchIt = () => void router.preloadRoute({ to: '/relations/$partyId', params: { partyId }, search: {} });
      hint.current = { partyId, timer: window.setTimeout(fetchIt, meantAfterMs) };
    },
    [router],
  );
  const onHintEnd = useCallback(() => {
    if (hint.current) window.clearTimeout(hint.current.timer);
    hint.current = null;
  }, []);
  return { onClick, onHint, onMouseOver: onHint, onFocus: onHint, onMouseLeave: onHintEnd };
}

export function partyOf(event: SyntheticEvent): string | null {
  return (event.target as HTMLElement).closest<HTMLElement>('a[data-party]')?.dataset.party ?? null;
}
