import type { HouseRuleCase } from '#contract/house-rules.ts';
import { findHouseRule, pageCases } from '#store/house-rules.ts';
import { allow } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { judging, known } from './house-rules.ts';

const pageSize = 50;

/** What the share that was in time is made of. */
export async function listRuleCases(
  ctx: Context,
  input: { houseRuleId: string; cursor?: string; limit?: number },
): Promise<{ items: HouseRuleCase[]; nextCursor: string | null }> {
  const rule = allow(ctx.actor, 'see', known(await findHouseRule(ctx.db, input.houseRuleId)));
  const limit = input.limit ?? pageSize;
  const [at, key] = readCursor(input.cursor, ['at', 'text']) ?? [];
  const rows = await pageCases(ctx.db, {
    ...(await judging(ctx)),
    ruleId: rule.id,
    after: key === undefined ? null : { dueOn: new Date(String(at)).toISOString().slice(0, 10), key: String(key) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ partyId, partyName, doneAt, ...row }) => ({
      ...row,
      party: { id: partyId, name: partyName },
      doneAt: doneAt?.toISOString() ?? null,
    })),
    nextCursor: rows.length > limit && last ? writeCursor([last.dueOn, last.key]) : null,
  };
}
