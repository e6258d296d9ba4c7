/**
 * Reads a list that gives its newest first, page by page, back to what was read before. It can be stopped behind every page,
 * finds what came in late among the newest, and gives nothing twice.
 */
import { createHash } from 'node:crypto';
import { type ReaderBatch, type ReaderItem, ReaderProblem } from '#services/connections/reader.ts';
import type { Cursor } from '#services/imports/connector.ts';

export interface SweepPage<Entry> {
  readonly entries: readonly Entry[];
  /** Null: this was the last. */
  readonly next: string | null;
}

export interface Sweep<Entry> {
  readonly place: string;
  readonly cursor: Cursor | null;
  readonly signal: AbortSignal;
  ask(next: string | null): Promise<SweepPage<Entry>>;
  keyOf(entry: Entry): string;
  atMsOf(entry: Entry): number;
  toItems(entries: readonly Entry[]): Promise<readonly ReaderItem[]>;
}

/** Of this many of the newest it is remembered which they were. */
const mostKnown = 100;

interface State {
  /** The newest of the last whole sweep, and how old the oldest of those is (-1: they were all there is). */
  readonly known: string;
  readonly floorMs: number;
  /** The sweep that is under way: its newest, and the page to go on with. */
  readonly top: string;
  readonly topFloorMs: number;
  readonly next: string;
  readonly done: number;
}

const beginning: State = { known: '', floorMs: -1, top: '', topFloorMs: -1, next: '', done: 0 };

export async function* sweepBack<Entry>(sweep: Sweep<Entry>): AsyncIterable<ReaderBatch> {
  let state: State = { ...beginning, ...sweep.cursor };
  // One that was broken off is ended first; what came in meanwhile is at the top.
  const rounds = state.next === '' ? 1 : 2;
  for (let round = 0; round < rounds; round += 1) {
    do {
      sweep.signal.throwIfAborted();
      const page = await sweep.ask(state.next === '' ? null : state.next);
      if (page.next !== null && page.next === state.next) throw new ReaderProblem('garbage', { place: sweep.place });
      const { fresh, after } = goOn(sweep, state, page);
      const isNews = fresh.length > 0 || after.known !== state.known || after.next !== state.next;
      state = after;
      if (!isNews) continue;
      const items = await sweep.toItems(fresh.toReversed());
      yield { place: sweep.place, cursor: { ...state }, items, progress: { done: state.done, total: null } };
    } while (state.next !== '');
  }
}

function goOn<Entry>(sweep: Sweep<Entry>, state: State, { entries, next }: SweepPage<Entry>) {
  const known = new Set(state.known.split(' '));
  const isNew = (entry: Entry) => !known.has(hashOf(sweep.keyOf(entry))) && sweep.atMsOf(entry) > state.floorMs;
  const fresh = entries.filter(isNew);
  const top = state.top === '' ? [] : state.top.split(' ');
  const added = entries.slice(0, mostKnown - top.length);
  const times = added.map((entry) => sweep.atMsOf(entry));
  const sofar = {
    ...state,
    top: [...top, ...added.map((entry) => hashOf(sweep.keyOf(entry)))].join(' '),
    topFloorMs: Math.min(top.length === 0 ? Number.MAX_SAFE_INTEGER : state.topFloorMs, ...times),
    done: state.done + fresh.length,
  };
  const isDown = next === null || entries.length === 0 || entries.every((entry) => !isNew(entry));
  if (!isDown) return { fresh, after: { ...sofar, next } };
  const isAll = next === null && top.length + entries.length <= mostKnown;
  const ended = { ...beginning, known: sofar.top, floorMs: isAll ? -1 : sofar.topFloorMs, done: sofar.done };
  return { fresh, after: ended };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 8);
}
