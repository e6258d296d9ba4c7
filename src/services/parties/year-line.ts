/** A year of closeness of a relation, week by week: of all strands together. */
import { computeNoisyOr } from '#engine/organisation.ts';
import { blockNames } from '#engine/reading.ts';
import { findParty } from '#store/parties.ts';
import { listStrands } from '#store/strands.ts';
import { listTieHistory, type TieHistoryRow } from '#store/tie-history.ts';
import { allow } from '../allow.ts';
import type { Context } from '../context.ts';
import { lastUpTo } from '../figures/sparkline.ts';
import { mondayOf, weekOf, yearWeeks } from '../figures/weeks.ts';
import { getFirm } from '../firm.ts';
import { viewOf } from './get-party.ts';

const dayMs = 86_400_000;

export async function listPartyHistory(ctx: Context, input: { partyId: string }) {
  const row = allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  const { onlyOurs } = viewOf(ctx, row);
  const { timeZone } = await getFirm(ctx.db);
  const strands = await listStrands(ctx.db, { partyIds: [row.id], on: ctx.now().toISOString().slice(0, 10) });
  const shown = strands.filter((strand) => onlyOurs === null || strand.oursId === onlyOurs);
  const tieIds = shown.map((strand) => strand.tieId);
  const thisWeek = weekOf(ctx.now().getTime(), timeZone);
  const fromWeek = thisWeek - yearWeeks + 1;
  const byTie = Map.groupBy(await listTieHistory(ctx.db, { tieIds, fromWeek }), (line) => line.tieId);
  const colleagueOf = new Map(
    shown.map((strand) => [strand.tieId, strand.oursKind === 'person' ? strand.oursId : 'firm']),
  );
  const points = [];
  for (let week = fromWeek; week <= thisWeek; week += 1) {
    const now = [...byTie.values()].flatMap((history) => lastUpTo(history, week) ?? []);
    // Before the first thing is known of them there is no line, which is not the same as nought.
    if (now.length > 0) points.push(describeWeek(week, now, colleagueOf));
  }
  return { points };
}

function describeWeek(week: number, rows: readonly TieHistoryRow[], colleagueOf: ReadonlyMap<string, string>) {
  const best = new Map<string, TieHistoryRow>();
  for (const row of rows) {
    const colleague = colleagueOf.get(row.tieId) ?? row.tieId;
    if (row.bond >= (best.get(colleague)?.bond ?? -1)) best.set(colleague, row);
  }
  const strands = [...best.values()];
  const sum = strands.reduce((total, row) => total + row.bond, 0);
  const blocks = { trust: 0, reciprocity: 0, intensity: 0, time: 0 };
  for (const name of blockNames) {
    for (const row of strands) blocks[name] += row[name] * (sum > 0 ? row.bond / sum : 1 / strands.length);
    blocks[name] = Math.min(1, blocks[name]);
  }
  return {
    weekStart: new Date(mondayOf(week) * dayMs).toISOString().slice(0, 10),
    bond: computeNoisyOr(strands.map((row) => Math.min(1, row.bond))),
    ...blocks,
  };
}
