/** Everything derived made again from the log, while the house stays open: events, states, figures and the year line. */
import type { ModelParameters } from '#engine/parameters.ts';
import { lockTies, rederiveStates } from '#store/fold-ties.ts';
import { countInteractions, listInteractionsAfter } from '#store/interactions.ts';
import { markAllTiesStale } from '#store/stale-ties.ts';
import { countTies, listTieIdsAfter } from '#store/ties.ts';
import { transact } from '#store/transact.ts';
import type { Context } from './context.ts';
import { refreshFigures } from './figures/refresh-figures.ts';
import { replayInteractions } from './interactions/replay-interactions.ts';
import { getParameters } from './parameters.ts';

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
const interactionsPerStretch = 4_000;
const tiesPerStretch = 5_000;

/**
 * Each stretch is a transaction of its own under the locks of its ties, so whatever comes in meanwhile is either in it
 * or after it; stopping half-way leaves a house that is right, only partly rebuilt. Answers what each phase went through.
 */
export async function rebuild(ctx: Context, options: RebuildOptions = {}): Promise<Record<RebuildPhase, number>> {
  const phases = options.phases ?? rebuildPhases;
  const done = { events: 0, states: 0, figures: 0 };
  if (phases.includes('events')) done.events = await replayAll(ctx, options);
  if (phases.includes('states')) done.states = await refoldAll(ctx, options, await getParameters(ctx.db));
  if (phases.includes('figures')) done.figures = await refigureAll(ctx, options);
  return done;
}

async function replayAll(ctx: Context, { onProgress, signal }: RebuildOptions): Promise<number> {
  const total = await countInteractions(ctx.db);
  let done = 0;
  for (let id = firstId; !signal?.aborted; ) {
    const rows = await listInteractionsAfter(ctx.db, { id, most: interactionsPerStretch });
    const last = rows.at(-1);
    if (!last) break;
    await transact(ctx.db, (tx) => replayInteractions(tx, { rows, at: ctx.now() }));
    id = last.id;
    done += rows.length;
    onProgress?.({ phase: 'events', done, total });
  }
  return done;
}

async function refoldAll(
  ctx: Context,
  { onProgress, signal }: RebuildOptions,
  parameters: ModelParameters,
): Promise<number> {
  const total = await countTies(ctx.db);
  let done = 0;
  for (let id = firstId; !signal?.aborted; ) {
    const tieIds = await listTieIdsAfter(ctx.db, { id, most: tiesPerStretch });
    const last = tieIds.at(-1);
    if (last === undefined) break;
    await transact(ctx.db, async (tx) => {
      await lockTies(tx, tieIds);
      await rederiveStates(tx, tieIds, parameters);
    });
    id = last;
    done += tieIds.length;
    onProgress?.({ phase: 'states', done, total });
  }
  return done;
}

async function refigureAll(ctx: Context, { onProgress, signal }: RebuildOptions): Promise<number> {
  await transact(ctx.db, (tx) => markAllTiesStale(tx, ctx.now()));
  const total = await countTies(ctx.db);
  return refreshFigures(ctx, {
    onProgress: (done) => onProgress?.({ phase: 'figures', done, total: Math.max(done, total) }),
    ...(signal ? { signal } : {}),
  });
}
