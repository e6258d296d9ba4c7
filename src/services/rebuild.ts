/** Everything derived made again from the log, while the house stays open: events, states, figures and the year line. */
import type { ModelParameters } from '#engine/parameters.ts';
import { lockTies, readPageByPage, rederiveStates } from '#store/fold-ties.ts';
import { countInteractions } from '#store/interactions.ts';
import { listInteractionsAfter } from '#store/replay-stretch.ts';
import { markAllTiesStale } from '#store/stale-ties.ts';
import { measureTables } from '#store/statistics.ts';
import { countTies, listTieIdsAfter } from '#store/ties.ts';
import { transact } from '#store/transact.ts';
import type { Context } from './context.ts';
import { refreshFigures } from './figures/refresh-figures.ts';
import { replayInteractions } from './interactions/replay-interactions.ts';
import { openTieBook } from './interactions/tie-book.ts';
import { getParameters } from './parameters/parameters.ts';

export const rebuildPhases = ['events', 'states', 'figures'] as const;
export type RebuildPhase = (typeof rebuildPhases)[number];

export interface RebuildProgress {
  readonly phase: RebuildPhase;
  readonly done: number;
  readonly total: number;
}

interface RebuildOptions {
  /** All when left out. States alone suffice after a change of half-lives, events after one of what things weigh. */
  readonly phases?: readonly RebuildPhase[];
  readonly onProgress?: (progress: RebuildProgress) => void;
  readonly signal?: AbortSignal;
}

const firstId = '00000000-0000-0000-0000-000000000000';
const interactionsPerStretch = 1_000;
const tiesPerStretch = 5_000;

/**
 * Each stretch is a transaction of its own under the locks of its ties, so whatever comes in meanwhile is either in it
 * or after it; stopping half-way leaves a house that is right, only partly rebuilt. Answers what each phase went through.
 */
export async function rebuild(ctx: Context, options: RebuildOptions = {}): Promise<Record<RebuildPhase, number>> {
  const phases = options.phases ?? rebuildPhases;
  const done = { events: 0, states: 0, figures: 0 };
  const replayed = phases.includes('events') ? await replayAll(ctx, options) : { done: 0, rewritten: 0 };
  done.events = replayed.done;
  if (phases.includes('states')) done.states = await refoldAll(ctx, options, await getParameters(ctx.db));
  if (replayed.rewritten > 0) await measureTables(ctx.db);
  if (phases.includes('figures')) done.figures = await refigureAll(ctx, options);
  return done;
}

async function replayAll(
  ctx: Context,
  { onProgress, signal }: RebuildOptions,
): Promise<{ done: number; rewritten: number }> {
  const total = await countInteractions(ctx.db);
  const ties = openTieBook();
  let done = 0;
  let rewritten = 0;
  await goThrough({
    take: async (after) => {
      const rows = await listInteractionsAfter(ctx.db, { id: after, most: interactionsPerStretch });
      return { after, upTo: rows.at(-1)?.id, rows };
    },
    work: async ({ after, upTo, rows }) => {
      rewritten += await replayInteractions(ctx.db, { rows, after, upTo, at: ctx.now(), ties });
      done += rows.length;
      onProgress?.({ phase: 'events', done, total });
    },
    ...(signal ? { signal } : {}),
  });
  return { done, rewritten };
}

async function refoldAll(
  ctx: Context,
  { onProgress, signal }: RebuildOptions,
  parameters: ModelParameters,
): Promise<number> {
  const total = await countTies(ctx.db);
  let done = 0;
  await goThrough({
    take: async (after) => {
      const tieIds = await listTieIdsAfter(ctx.db, { id: after, most: tiesPerStretch });
      return { upTo: tieIds.at(-1), tieIds };
    },
    work: async ({ tieIds }) => {
      await transact(ctx.db, async (tx) => {
        await readPageByPage(tx);
        await lockTies(tx, tieIds);
        await rederiveStates(tx, tieIds, parameters);
      });
      done += tieIds.length;
      onProgress?.({ phase: 'states', done, total });
    },
    ...(signal ? { signal } : {}),
  });
  return done;
}

interface Going<Stretch> {
  /** What comes after an id; without `upTo` there is nothing left. */
  readonly take: (after: string) => Promise<Stretch & { readonly upTo: string | undefined }>;
  readonly work: (stretch: Stretch & { readonly upTo: string }) => Promise<void>;
  readonly signal?: AbortSignal;
}

const nothingLeft = { upTo: undefined };

/** So many stretches under way at a time: while one is thought about here, the database never waits for another. */
const atATime = 2;

async function goThrough<Stretch>({ take, work, signal }: Going<Stretch>): Promise<void> {
  let taking: Promise<{ readonly upTo: string | undefined }> = Promise.resolve({ upTo: firstId });
  let failed = false;
  const goOn = async () => {
    while (!failed && !signal?.aborted) {
      const stretch = taking.then(({ upTo }) => (upTo === undefined ? null : take(upTo)));
      taking = stretch.then(
        (taken) => taken ?? nothingLeft,
        () => nothingLeft,
      );
      const taken = await stretch;
      if (!taken || taken.upTo === undefined) return;
      await work({ ...taken, upTo: taken.upTo });
    }
  };
  const stopAll = (problem: unknown) => {
    failed = true;
    throw problem;
  };
  const ends = await Promise.allSettled(Array.from({ length: atATime }, () => goOn().catch(stopAll)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function refigureAll(ctx: Context, { onProgress, signal }: RebuildOptions): Promise<number> {
  await transact(ctx.db, (tx) => markAllTiesStale(tx, ctx.now()));
  const total = await countTies(ctx.db);
  return refreshFigures(ctx, {
    onProgress: (done) => onProgress?.({ phase: 'figures', done, total: Math.max(done, total) }),
    ...(signal ? { signal } : {}),
  });
}
