import type { Expectation } from '#contract/expectations.ts';
import { pageExpectations } from '#store/expectations.ts';
import { listMembers } from '#store/members.ts';
import { findParty } from '#store/parties.ts';
import { allow, viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { describeExpectation } from './describe-expectation.ts';

const pageSize = 20;

export async function listExpectations(
  ctx: Context,
  input: { partyId: string; cursor?: string; limit?: number },
): Promise<{ items: Expectation[]; nextCursor: string | null }> {
  const party = allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const on = ctx.now().toISOString().slice(0, 10);
  const members = await listMembers(ctx.db, { partyIds: [party.id], on });
  const rows = await pageExpectations(ctx.db, {
    viewer: viewerOf(ctx.actor),
    partyIds: members.map(({ memberId }) => memberId),
    after: id === undefined ? null : { askedOn: new Date(String(at)).toISOString().slice(0, 10), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(describeExpectation),
    nextCursor: rows.length > limit && last ? writeCursor([last.askedOn, last.id]) : null,
  };
}
