/** Give and take between us and a relation. */
import type { LedgerLine } from '#contract/parties.ts';
import { type Channel, channelTable } from '#engine/channels.ts';
import type { ModelParameters } from '#engine/parameters.ts';
import { computeDecay } from '#engine/trace.ts';
import { countLedger, type LedgerRow, listLedger } from '#store/ledger.ts';
import { findParty } from '#store/parties.ts';
import { listStrands } from '#store/strands.ts';
import { allow, viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { getParameters } from '../parameters/parameters.ts';
import { type LoadedTie, loadTies } from '../ties/load-ties.ts';
import { readTieAt } from '../ties/read-tie-at.ts';
import { viewOf } from './get-party.ts';
import { readGiveCourse } from './give-course.ts';

const pageSize = 50;

export async function listPartyLedger(ctx: Context, input: { partyId: string; cursor?: string; limit?: number }) {
  const row = allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  const nowMs = ctx.now().getTime();
  const { onlyOurs } = viewOf(ctx, row);
  const on = ctx.now().toISOString().slice(0, 10);
  const all = await listStrands(ctx.db, { partyIds: [row.id], on });
  const strands = all.filter((strand) => onlyOurs === null || strand.oursId === onlyOurs);
  const oursIsA = new Map(strands.map((strand) => [strand.tieId, strand.oursIsA]));
  const limit = input.limit ?? pageSize;
  const [atMs, interactionId, kind] = readCursor(input.cursor, ['number', 'id', 'text']) ?? [];
  const rows = await listLedger(ctx.db, {
    tieIds: [...oursIsA.keys()],
    viewer: viewerOf(ctx.actor),
    after:
      interactionId === undefined
        ? null
        : { atMs: Number(atMs), interactionId: String(interactionId), kind: String(kind) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const parameters = await getParameters(ctx.db);
  const ties = await loadTies(ctx.db, [...oursIsA.keys()], nowMs);
  return {
    items: shown.map((item) => describeLine(item, { oursIsA, parameters, nowMs })),
    nextCursor: rows.length > limit && last ? writeCursor([last.atMs, last.interactionId, last.kind]) : null,
    ...sumGiving([...ties.values()], oursIsA, nowMs),
    counts: await countSides(ctx, oursIsA),
    // Further pages draw no picture.
    course: interactionId === undefined ? await readGiveCourse(ctx.db, { oursIsA, parameters, nowMs }) : [],
  };
}

interface LineInput {
  readonly oursIsA: ReadonlyMap<string, boolean>;
  readonly parameters: ModelParameters;
  readonly nowMs: number;
}

function describeLine(row: LedgerRow, { oursIsA, parameters, nowMs }: LineInput): LedgerLine {
  const isA = oursIsA.get(row.tieId) ?? true;
  const elapsedMs = Math.max(0, nowMs - row.atMs);
  const halfLifeDays = halfLifeOf(row.channel, parameters);
  const { interactionId, kind, weight, what, channel, step, newcomer } = row;
  return {
    ...{ interactionId, kind, weight, what, channel, halfLifeDays },
    at: new Date(row.atMs).toISOString(),
    remaining: weight * computeDecay(elapsedMs, halfLifeDays),
    giver: (row.direction === 0) === isA ? 'ours' : 'theirs',
    between: isA ? { ours: row.nameA, theirs: row.nameB } : { ours: row.nameB, theirs: row.nameA },
    gotForIt: row.gotForIt ?? 'unknown',
    because: step === null ? null : { step, newcomer },
  };
}

async function countSides(ctx: Context, oursIsA: ReadonlyMap<string, boolean>) {
  const counts = { ours: 0, theirs: 0 };
  for (const { tieId, direction, count } of await countLedger(ctx.db, [...oursIsA.keys()])) {
    counts[(direction === 0) === (oursIsA.get(tieId) ?? true) ? 'ours' : 'theirs'] += count;
  }
  return counts;
}

/** What is left of all of it, as the engine holds it: more than the lines of one page. */
function sumGiving(ties: readonly LoadedTie[], oursIsA: ReadonlyMap<string, boolean>, nowMs: number) {
  let [ours, theirs] = [0, 0];
  for (const tie of ties) {
    const { benefit } = readTieAt(tie, nowMs);
    const isA = oursIsA.get(tie.id) ?? true;
    ours += isA ? benefit.ab : benefit.ba;
    theirs += isA ? benefit.ba : benefit.ab;
  }
  return { ours, theirs };
}

function halfLifeOf(channel: string, parameters: ModelParameters): number {
  const family = channel in channelTable ? channelTable[channel as Channel].family : 'mail';
  if (family === 'chat') return parameters.halfLifeChatDays;
  if (family === 'live') return parameters.halfLifeLiveDays;
  return family === 'purchase' ? parameters.halfLifePurchaseDays : parameters.halfLifeMailDays;
}
