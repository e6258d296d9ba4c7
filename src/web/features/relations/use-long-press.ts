/** A finger that stays on a row chooses it, as people know from their phone; a finger that scrolls by does not. */
import { type MouseEvent, type TouchEvent, useCallback, useRef } from 'react';
import { partyOf } from './use-row-links.ts';

const longMs = 450;
/** A finger is never quite still. */
const stillPx = 10;

interface Press {
  readonly timer: number;
  readonly x: number;
  readonly y: number;
}

export function useLongPress(onLongPress: (partyId: string) => void) {
  const latest = useRef(onLongPress);
  latest.current = onLongPress;
  const press = useRef<Press | null>(null);
  /** The click that follows on letting go was meant for choosing. */
  const wasLong = useRef(false);
  const end = useCallback(() => {
    if (press.current) window.clearTimeout(press.current.timer);
    press.current = null;
  }, []);
  const onTouchStart = useCallback(
    (event: TouchEvent) => {
      const touch = event.touches.item(0);
      const partyId = partyOf(event);
      end();
      wasLong.current = false;
      if (!touch || partyId === null || event.touches.length > 1) return;
      const timer = window.setTimeout(() => {
        wasLong.current = true;
        latest.current(partyId);
      }, longMs);
      press.current = { timer, x: touch.clientX, y: touch.clientY };
    },
    [end],
  );
  const onTouchMove = useCallback(
    (event: TouchEvent) => {
      const touch = event.touches.item(0);
      const from = press.current;
      if (touch && from && Math.hypot(touch.clientX - from.x, touch.clientY - from.y) > stillPx) end();
    },
    [end],
  );
  const onClickCapture = useCallback((event: MouseEvent) => {
    if (!wasLong.current) return;
    wasLong.current = false;
    event.preventDefault();
    event.stopPropagation();
  }, []);
  // What a browser shows for a link that is held would stand over what was chosen.
  const onContextMenu = useCallback((event: MouseEvent) => {
    if (press.current || wasLong.current) event.preventDefault();
  }, []);
  return { onTouchStart, onTouchMove, onTouchEnd: end, onTouchCancel: end, onClickCapture, onContextMenu };
}
