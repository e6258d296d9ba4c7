/** The nightly check: what would have been said at earlier instants, held against what happened since. */
import { v7 as uuidv7 } from 'uuid';
import type { CheckOutcome, CheckRun } from '#contract/check.ts';
import { backTestTie, type Observation, summariseBackTest } from '#engine/back-test.ts';
import type { ModelParameters } from '#engine/parameters.ts';
import {
  countCheckableTies,
  findLatestHappening,
  forgetCheckRuns,
  insertCheckRun,
  listCheckableTies,
} from '#store/check-runs.ts';
import { listTieEvents } from '#store/tie-events.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { getParameters } from '../parameters/parameters.ts';
import { type LoadedTie, loadTies } from '../ties/load-ties.ts';
import { readOpenness } from './openness.ts';

const dayMs = 86_400_000;
/** A year of four weeks each, the latest as long ago as the shortest forecast is long. */
const cutCount = 13;
const strideMs = 28 * dayMs;
/** Of larger houses a share, the same ties each night: figures of so many ties do not get surer by more of them. */
const mostTies = 20_000;
const tiesPerStretch = 500;
const keptRuns = 400;
const firstId = '00000000-0000-0000-0000-000000000000';

export async function runCheck(ctx: Context, options: { signal?: AbortSignal } = {}): Promise<CheckRun | null> {
  const outcome = await measure(ctx, options.signal);
  if (!outcome) return null;
  const run = { id: uuidv7(), at: ctx.now(), outcome };
  await transact(ctx.db, async (tx) => {
    await insertCheckRun(tx, run);
    await forgetCheckRuns(tx, { keep: keptRuns });
  });
  return { ...run, at: run.at.toISOString() };
}

async function measure(ctx: Context, signal: AbortSignal | undefined): Promise<CheckOutcome | null> {
  const nowMs = ctx.now().getTime();
  const parameters = await getParameters(ctx.db);
  const tiesOf = await countCheckableTies(ctx.db);
  const oneIn = Math.max(1, Math.ceil(tiesOf / mostTies));
  // A log that ended long ago is looked back on from its own end.
  const endMs = Math.min(nowMs, (await findLatestHappening(ctx.db))?.getTime() ?? nowMs);
  const cutsMs = Array.from({ length: cutCount }, (_, at) => endMs - (cutCount - at) * strideMs);
  const observations: Observation[] = [];
  let ties = 0;
  for (let after = firstId; ; ) {
    if (signal?.aborted) return null;
    const tieIds = await listCheckableTies(ctx.db, { after, most: tiesPerStretch, oneIn });
    const last = tieIds.at(-1);
    if (last === undefined) break;
    observations.push(...(await observe(ctx, { tieIds, cutsMs, parameters, nowMs })));
    ties += tieIds.length;
    after = last;
  }
  const found = summariseBackTest(observations);
  return {
    cuts: cutsMs.map((cutMs) => new Date(cutMs).toISOString()),
    ...{ ties, tiesOf },
    ...(structuredClone(found) as Pick<CheckOutcome, 'continuation' | 'alarm' | 'status'>),
    openness: await readOpenness(ctx),
  };
}

interface Looking {
  readonly tieIds: readonly string[];
  readonly cutsMs: readonly number[];
  readonly parameters: ModelParameters;
  readonly nowMs: number;
}

async function observe(ctx: Context, { tieIds, cutsMs, parameters, nowMs }: Looking): Promise<Observation[]> {
  const loaded = await loadTies(ctx.db, tieIds, nowMs);
  const events = await listTieEvents(ctx.db, tieIds);
  return [...loaded.values()].flatMap((tie) =>
    backTestTie({
      events: events.get(tie.id) ?? [],
      context: tie.context,
      parameters,
      cutsMs,
      heardUntilMs: heardUntil(tie, nowMs),
    }),
  );
}

/** What was not listened to is not judged. */
function heardUntil({ context }: LoadedTie, nowMs: number): number {
  return Math.min(nowMs, context.coveredUntilMs ?? nowMs);
}
