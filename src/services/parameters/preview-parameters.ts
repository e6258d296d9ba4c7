/** What other numbers would do to the lists, before they are saved: which ties change level, and which move most. */
import type { ParameterPreview } from '#contract/parameters.ts';
import { type ModelParameters, resolveParameters } from '#engine/parameters.ts';
import { readTie } from '#engine/read-tie.ts';
import type { TieReading } from '#engine/reading.ts';
import { tieStateOf } from '#engine/tie-log.ts';
import { countCheckableTies, listCheckableTies } from '#store/check-runs.ts';
import type { Db } from '#store/database.ts';
import { listTieEvents } from '#store/tie-events.ts';
import { allow } from '../allow.ts';
import type { Context } from '../context.ts';
import { listBaseRates } from '../figures/base-rates.ts';
import { getFirm } from '../firm.ts';
import { type LoadedTie, loadTies } from '../ties/load-ties.ts';
import { readableMs, readTieAt } from '../ties/read-tie-at.ts';
import { checkParameters, isRebuild } from './check-parameters.ts';
import { getParameters } from './parameters.ts';

/** A sample of larger houses; fewer where logs are folded anew. It answers within two seconds or says on how many it rests. */
const mostTies = { read: 2_000, refold: 500 };
const longestMs = 1_700;
const tiesPerStretch = 250;
const mostShown = 10;
const firstId = '00000000-0000-0000-0000-000000000000';

interface Compared {
  readonly tie: LoadedTie;
  readonly from: TieReading;
  readonly to: TieReading;
}

export async function previewParameters(
  ctx: Context,
  input: { changed: Readonly<Record<string, number | null>> },
): Promise<ParameterPreview> {
  allow(ctx.actor, 'govern', await getFirm(ctx.db));
  const wanted = resolveParameters({ ...(await getParameters(ctx.db)), ...checkParameters(input.changed) });
  const needsRebuild = isRebuild(await getParameters(ctx.db), wanted);
  const most = needsRebuild ? mostTies.refold : mostTies.read;
  const tiesOf = await countCheckableTies(ctx.db);
  const oneIn = Math.max(1, Math.ceil(tiesOf / most));
  const startedMs = performance.now();
  const compared: Compared[] = [];
  for (let after = firstId; performance.now() - startedMs < longestMs; ) {
    const tieIds = await listCheckableTies(ctx.db, { after, most: tiesPerStretch, oneIn });
    const last = tieIds.at(-1);
    if (last === undefined) break;
    compared.push(...(await compare(ctx, { tieIds, wanted, needsRebuild })));
    after = last;
  }
  return { ties: compared.length, tiesOf, needsRebuild, ...summarise(compared) };
}

async function compare(
  ctx: Context,
  input: { tieIds: readonly string[]; wanted: ModelParameters; needsRebuild: boolean },
): Promise<Compared[]> {
  const { tieIds, wanted, needsRebuild } = input;
  const nowMs = ctx.now().getTime();
  const ties = [...(await loadTies(ctx.db, tieIds, nowMs)).values()];
  const states = needsRebuild ? await foldAnew(ctx.db, tieIds, wanted) : null;
  const stateOf = (tie: LoadedTie) => states?.get(tie.id) ?? tie.state;
  const rates = await listBaseRates(ctx.db, {
    ...{ rows: ties, states: new Map(ties.map((tie) => [tie.id, stateOf(tie)])), parameters: wanted, nowMs },
  });
  return ties.map((tie) => {
    const context = { ...tie.context, baseRates: rates.get(tie.id) ?? null };
    const to = readTie({ state: stateOf(tie), context, parameters: wanted, nowMs: readableMs(tie, nowMs) });
    return { tie, from: readTieAt(tie, nowMs), to };
  });
}

async function foldAnew(db: Db, tieIds: readonly string[], wanted: ModelParameters) {
  const events = await listTieEvents(db, tieIds);
  return new Map(tieIds.map((id) => [id, tieStateOf(events.get(id) ?? [], wanted)]));
}

function summarise(compared: readonly Compared[]): Pick<ParameterPreview, 'levels' | 'alarms' | 'moved' | 'most'> {
  const moved = compared.filter(({ from, to }) => Math.round(from.bond * 100) !== Math.round(to.bond * 100));
  const most = compared
    .filter(({ from, to }) => Math.abs(to.bond - from.bond) >= 0.005 || from.level !== to.level)
    .toSorted((x, y) => Math.abs(y.to.bond - y.from.bond) - Math.abs(x.to.bond - x.from.bond))
    .slice(0, mostShown);
  return {
    moved: moved.length,
    levels: countSteps(compared.map(({ from, to }) => ({ from: from.level, to: to.level }))),
    alarms: countSteps(compared.map(({ from, to }) => ({ from: from.alarm, to: to.alarm }))),
    most: most.map(({ tie, from, to }) => {
      const [theirs, ours] = tie.a.isOwn ? [tie.b, tie.a] : [tie.a, tie.b];
      return {
        party: { id: theirs.id, name: theirs.name },
        with: ours.name,
        bond: { from: from.bond, to: to.bond },
        level: { from: from.level, to: to.level },
      };
    }),
  };
}

function countSteps<Step extends string>(steps: readonly { readonly from: Step; readonly to: Step }[]) {
  const counts = new Map<string, { from: Step; to: Step; count: number }>();
  for (const { from, to } of steps) {
    if (from === to) continue;
    const key = `${from} ${to}`;
    counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((x, y) => y.count - x.count);
}
