/** What is owed in the demo firm: promises and answers, faults, and how some were made good. */
import { v7 as uuidv7 } from 'uuid';
import { type TrustFacet, trustFacets } from '#engine/tie-event.ts';
import type { Tx } from '#store/database.ts';
import {
  type DemoFaultRow,
  type DemoPromiseRow,
  insertDemoFaults,
  insertDemoPromises,
  remedyDemoFaults,
} from '#store/demo-debts.ts';
import { markTiesStale } from '#store/stale-ties.ts';
import { upsertTies } from '#store/ties.ts';
import type { Context } from '../context.ts';
import { pairOf } from '../interactions/derive-ties.ts';
import type { DemoHouse } from './demo-house.ts';

interface Between {
  readonly colleague: string;
  readonly party: string;
}

export interface DemoDebts {
  readonly expectations: readonly (Between & {
    readonly kind: 'promise' | 'answer';
    readonly owedBy: 'ours' | 'theirs';
    readonly text: string;
    readonly madeMs: number;
    readonly dueMs: number;
    readonly settledMs: number | null;
  })[];
  readonly faults: readonly (Between & { readonly what: string; readonly facet: TrustFacet; readonly atMs: number })[];
  readonly remedies: readonly (Between & { readonly atMs: number; readonly how: string })[];
}

export async function writeDemoDebts(ctx: Context & { db: Tx }, house: DemoHouse, debts: DemoDebts): Promise<void> {
  const pairs = [...debts.expectations, ...debts.faults, ...debts.remedies].map((item) => pairIn(house, item));
  const ties = await upsertTies(ctx.db, { pairs: pairs.map(({ a, b }) => ({ a, b })), newId: uuidv7, at: ctx.now() });
  const tieOf = (item: Between) => {
    const { a, b, oursIsA } = pairIn(house, item);
    return { tieId: ties.get(`${a} ${b}`) ?? '', oursIsA };
  };
  await insertDemoPromises(
    ctx.db,
    debts.expectations.map((item) => promiseRow(item, tieOf(item))),
  );
  await insertDemoFaults(
    ctx.db,
    debts.faults.map((item) => faultRow(item, tieOf(item))),
  );
  await remedyDemoFaults(
    ctx.db,
    debts.remedies.map((item) => ({ tieId: tieOf(item).tieId, at: new Date(item.atMs), how: item.how })),
  );
  await markTiesStale(ctx.db, { tieIds: [...ties.values()], at: ctx.now() });
}

function pairIn(house: DemoHouse, { colleague, party }: Between) {
  const ours = house.idOf(colleague);
  const pair = pairOf(ours, house.idOf(party));
  return { ...pair, oursIsA: pair.a === ours };
}

interface Side {
  readonly tieId: string;
  readonly oursIsA: boolean;
}

function promiseRow(item: DemoDebts['expectations'][number], { tieId, oursIsA }: Side): DemoPromiseRow {
  const settledAt = item.settledMs === null ? null : new Date(item.settledMs);
  const inTime = item.settledMs !== null && item.settledMs <= item.dueMs;
  return {
    tieId,
    id: uuidv7(),
    kind: item.kind,
    owedBy: (item.owedBy === 'ours') === oursIsA ? 0 : 1,
    text: item.text,
    dueAt: new Date(item.dueMs),
    settledAt,
    outcome: settledAt === null ? null : inTime ? 'kept' : 'late',
    createdAt: new Date(item.madeMs),
  };
}

function faultRow(item: DemoDebts['faults'][number], { tieId, oursIsA }: Side): DemoFaultRow {
  const facet = trustFacets.indexOf(item.facet);
  return { tieId, id: uuidv7(), bySide: oursIsA ? 0 : 1, facet, weight: 1, what: item.what, at: new Date(item.atMs) };
}
