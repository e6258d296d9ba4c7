/** Three things one might not have known, right after an import: for its owner's eyes only. */

import type { finding } from '#contract/imports.ts';
import type { Shape } from '#contract/values.ts';
import {
  type FindingRow,
  findLosing,
  findOpenPromises,
  findStrongest,
  findUnanswered,
  findUnthanked,
} from '#store/findings.ts';
import type { Context } from '../context.ts';
import { getOwnImport } from './get-import.ts';

type Finding = Shape<typeof finding>;

const mostFindings = 3;
const mostItems = 3;
const dayMs = 86_400_000;

export async function listFindings(ctx: Context, input: { importId: string }): Promise<{ items: Finding[] }> {
  const { ownerUserId: userId } = await getOwnImport(ctx, input.importId);
  const now = ctx.now();
  const ask = { userId, now, limit: mostItems };
  const promises = await findOpenPromises(ctx.db, ask);
  const unthanked = await findUnthanked(ctx.db, ask);
  const losing = await findLosing(ctx.db, ask);
  const unanswered = await findUnanswered(ctx.db, ask);
  const strongest = await findStrongest(ctx.db, ask);
  const found: Finding[] = [
    { kind: 'open-promises', count: promises.count, items: promises.rows.map((row) => itemOf(row, now)) },
    { kind: 'unthanked', count: unthanked.count, items: unthanked.rows.map((row) => itemOf(row, now)) },
    {
      kind: 'losing',
      count: losing.length,
      items: losing.map((row) => itemOf(row, now, { bond: row.bond, gapDays: row.gapDays })),
    },
    { kind: 'unanswered', count: unanswered.count, items: unanswered.rows.map((row) => itemOf(row, now)) },
    {
      kind: 'strongest',
      count: strongest.length,
      items: strongest.map((row) => itemOf(row, now, { bond: row.bond })),
    },
  ];
  return { items: found.filter(({ count }) => count > 0).slice(0, mostFindings) };
}

function itemOf(row: FindingRow, now: Date, numbers: Record<string, number> = {}): Finding['items'][number] {
  const { partyId: id, name, text, at } = row;
  const days = at === null ? {} : { days: Math.floor((now.getTime() - at.getTime()) / dayMs) };
  return { party: { id, name }, text, at: at?.toISOString() ?? null, numbers: { ...numbers, ...days } };
}
