/** Events taken by the hand or by keys to another time; in steps of a quarter of an hour, shown at once, kept when let go. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { AgendaEvent } from '#contract/agenda.ts';
import { useSpoken } from '../../ui/words.tsx';
import { minuteOf } from './arrange.ts';
import { addDays, momentOf } from './days.ts';
import { type Times, useEventActs } from './use-event-acts.ts';

const stepMinutes = 15;
const minuteMs = 60_000;
const dayMinutes = 1_440;
/** A hand that only trembles means a click. */
const leastPx = 5;
/** Keys are struck one after the other; what they come to is kept once. */
const keptAfterMs = 700;

export interface Move {
  begin(press: PointerEvent<HTMLElement>, event: AgendaEvent): void;
  byKey(press: KeyboardEvent<HTMLElement>, event: AgendaEvent): void;
  hasJustMoved(): boolean;
}

interface Shift {
  readonly days: number;
  readonly minutes: number;
  readonly isEnd: boolean;
}

export function useMove({ columns, days }: { columns: RefObject<HTMLElement | null>; days: readonly string[] }): Move {
  const { formats } = useSpoken();
  const acts = useEventActs();
  const moved = useRef(0);
  const kept = useRef<{ event: AgendaEvent; times: Times; timer: number } | null>(null);
  const keep = () => {
    const waiting = kept.current;
    if (!waiting) return;
    window.clearTimeout(waiting.timer);
    kept.current = null;
    acts.move(waiting.event, waiting.times);
  };
  const keepLatest = useRef(keep);
  keepLatest.current = keep;
  useEffect(() => {
    // Taking back takes back the last thing done: this one, then.
    const onKey = ({ key, ctrlKey, metaKey }: globalThis.KeyboardEvent) => {
      if (key.toLowerCase() === 'z' && (ctrlKey || metaKey)) keepLatest.current();
    };
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      keepLatest.current();
    };
  }, []);

  const begin: Move['begin'] = (press, event) => {
    const box = columns.current?.getBoundingClientRect();
    // A finger scrolls; it opens the event and moves it there.
    if (!box || !event.mayEdit || press.button !== 0 || press.pointerType === 'touch') return;
    const isEnd = (press.target as HTMLElement).closest('[data-handle]') !== null;
    const from = { x: press.clientX, y: press.clientY };
    let times: Times | null = null;
    const follow = (at: globalThis.PointerEvent) => {
      const [dx, dy] = [at.clientX - from.x, at.clientY - from.y];
      if (times === null && Math.hypot(dx, dy) < leastPx) return;
      const minutes = snap((dy / box.height) * dayMinutes);
      const shift = { days: isEnd ? 0 : Math.round((dx / box.width) * days.length), minutes, isEnd };
      times = shiftTimes(event, shift, formats.timeZone);
      acts.show(event.id, times);
    };
    const stop = (isKept: boolean) => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', onEscape, true);
      if (times === null) return;
      moved.current = Date.now();
      if (isKept && times.startsAt + times.endsAt !== event.startsAt + event.endsAt) acts.move(event, times);
      else acts.show(event.id, event);
    };
    const drop = () => stop(true);
    const cancel = () => stop(false);
    const onEscape = (key: globalThis.KeyboardEvent) => {
      if (key.key === 'Escape') cancel();
    };
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', onEscape, true);
  };

  const byKey: Move['byKey'] = (press, event) => {
    const shift = press.altKey && event.mayEdit ? shiftOf(press.key, press.shiftKey) : null;
    if (!shift) return;
    press.preventDefault();
    press.stopPropagation();
    if (kept.current && kept.current.event.id !== event.id) keep();
    // From where the keys have brought it: what was read again meanwhile does not know that yet.
    const times = shiftTimes(kept.current?.times ?? event, shift, formats.timeZone);
    acts.show(event.id, times);
    if (kept.current) window.clearTimeout(kept.current.timer);
    // The version that was seen when it began to move.
    const first = kept.current?.event ?? event;
    kept.current = { event: first, times, timer: window.setTimeout(() => keepLatest.current(), keptAfterMs) };
  };
  return { begin, byKey, hasJustMoved: () => Date.now() - moved.current < 300 };
}

function snap(minutes: number): number {
  return Math.round(minutes / stepMinutes) * stepMinutes;
}

function shiftOf(key: string, isEnd: boolean): Shift | null {
  if (key === 'ArrowUp') return { days: 0, minutes: -stepMinutes, isEnd };
  if (key === 'ArrowDown') return { days: 0, minutes: stepMinutes, isEnd };
  if (key === 'ArrowLeft' && !isEnd) return { days: -1, minutes: 0, isEnd };
  if (key === 'ArrowRight' && !isEnd) return { days: 1, minutes: 0, isEnd };
  return null;
}

/** By the clock: what is moved over the night in which the clocks change begins at the hour one saw. */
export function shiftTimes(event: Times, { days, minutes, isEnd }: Shift, timeZone: string): Times {
  const startMs = Date.parse(event.startsAt);
  const lastsMs = Date.parse(event.endsAt) - startMs;
  if (isEnd) {
    const lasts = Math.max(stepMinutes * minuteMs, lastsMs + minutes * minuteMs);
    return { ...event, endsAt: new Date(startMs + lasts).toISOString() };
  }
  const day = addDays(dayKeyOf(startMs, timeZone), days);
  const startsAt = momentOf(day, minuteOf(startMs, timeZone) + minutes, timeZone);
  return { ...event, startsAt, endsAt: new Date(Date.parse(startsAt) + lastsMs).toISOString() };
}

function dayKeyOf(atMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(atMs);
}
