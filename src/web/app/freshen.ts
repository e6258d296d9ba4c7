/** Which of what was read is read again, by what changed: exactly what shows it, soon for a page, calmly for long lists. */
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { LiveChange } from '#contract/live.ts';

/** Read again at a quiet pace: they are long, and change with nearly everything. */
const calm: ReadonlySet<unknown> = new Set(['parties', 'today', 'changes', 'imports']);
/** What Today and the mail about a relation also stand on. */
const onToday: ReadonlySet<string> = new Set(['tasks', 'proposals', 'agenda', 'keep-in-touch']);

export type Pace = 'soon' | 'calm';

/** Null: this change says nothing about it. `openParties`: whose page is open. */
export function paceOf(key: QueryKey, change: LiveChange, openParties: ReadonlySet<string>): Pace | null {
  const [first] = key;
  const { parties } = change;
  const topics: readonly unknown[] = change.topics;
  const pace = calm.has(first) ? 'calm' : 'soon';
  if (topics.includes(first)) return pace;
  if (first === 'today') return parties.length > 0 || change.topics.some((topic) => onToday.has(topic)) ? pace : null;
  if (parties.length === 0) return null;
  if (calm.has(first)) return first === 'imports' ? null : pace;
  const isTouched = (id: unknown) => parties === 'many' || (typeof id === 'string' && parties.includes(id));
  // A tie is read on the page of its relation.
  if (first === 'tie') return [...openParties].some(isTouched) ? pace : null;
  if (!named.has(first)) return null;
  return key.slice(1).some((part) => isTouched(part) || holds(part, isTouched)) ? pace : null;
}

/** Things of one relation, which is named in their key. */
const named: ReadonlySet<unknown> = new Set([
  'party',
  'changes-since',
  'keep-in-touch',
  'tasks',
  'proposals',
  'mail',
  'files',
]);

function holds(part: unknown, isTouched: (id: unknown) => boolean): boolean {
  return typeof part === 'object' && part !== null && Object.values(part).some(isTouched);
}

const soonMs = 60;
const [firstCalmMs, longestCalmMs] = [700, 12_000];

/** What is being written is let go first: an answer that is on its way is newer than anything read meanwhile. */
const mostWaitMs = 6_000;

export function createFreshener(cache: QueryClient) {
  const waiting: Record<Pace, LiveChange[]> = { soon: [], calm: [] };
  const timers: Partial<Record<Pace, ReturnType<typeof setTimeout>>> = {};
  let calmMs = firstCalmMs;
  let lastCalmAtMs = Number.NEGATIVE_INFINITY;

  const openParties = () =>
    new Set(
      cache
        .getQueryCache()
        .findAll({ queryKey: ['party'], type: 'active' })
        .map(({ queryKey }) => String(queryKey[1])),
    );
  const run = (pace: Pace, sinceMs = performance.now()) => {
    if (cache.isMutating() > 0 && performance.now() - sinceMs < mostWaitMs) {
      timers[pace] = setTimeout(run, 200, pace, sinceMs);
      return;
    }
    delete timers[pace];
    const changes = waiting[pace];
    waiting[pace] = [];
    if (pace === 'calm') lastCalmAtMs = performance.now();
    const open = openParties();
    void cache.invalidateQueries({
      predicate: ({ queryKey }) => changes.some((change) => paceOf(queryKey, change, open) === pace),
    });
  };
  const soon = (pace: Pace, afterMs: number) => {
    timers[pace] ??= setTimeout(run, afterMs, pace);
  };
  return {
    note(change: LiveChange): void {
      waiting.soon.push(change);
      waiting.calm.push(change);
      soon('soon', soonMs);
      if (timers.calm) return;
      // While an import runs long lists are read again less and less often.
      const isBusy = performance.now() - lastCalmAtMs < calmMs * 2;
      calmMs = isBusy ? Math.min(calmMs * 2, longestCalmMs) : firstCalmMs;
      soon('calm', calmMs);
    },
    stop(): void {
      clearTimeout(timers.soon);
      clearTimeout(timers.calm);
    },
  };
}
