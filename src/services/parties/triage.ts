/** "Who of these is a customer?": people met in an import, one question each. */
import { v7 as uuidv7 } from 'uuid';
import type { PartyRow, partyRole } from '#contract/party-rows.ts';
import type { Shape } from '#contract/values.ts';
import type { Tx } from '#store/database.ts';
import { findParty, writeRoles } from '#store/parties.ts';
import { listPartyRows } from '#store/party-rows.ts';
import { transact } from '#store/transact.ts';
import { countTriage, listTriage, type TriageRow } from '#store/triage.ts';
import { allow, userOf, viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { refreshEmployers } from '../figures/refresh-employers.ts';
import { describePartyRow } from './describe-party-row.ts';
import { noteParty } from './note-party.ts';

type Role = Shape<typeof partyRole>;

const pageSize = 40;

type TriageItem = PartyRow & { contactCount: number; suggestedRole: Role | null };

export async function listTriageQuestions(ctx: Context, input: { cursor?: string; limit?: number }) {
  const limit = input.limit ?? pageSize;
  const viewer = viewerOf(ctx.actor);
  const [contactCount, id] = readCursor(input.cursor, ['number', 'id']) ?? [];
  const after = id === undefined ? null : { contactCount: Number(contactCount), id: String(id) };
  const found = await listTriage(ctx.db, { viewer, after, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const rows = await listPartyRows(
    ctx.db,
    shown.map((row) => row.id),
    viewer,
  );
  const items = shown.flatMap((row): TriageItem[] => {
    const listed = rows.get(row.id);
    if (!listed) return [];
    return [{ ...describePartyRow(listed), contactCount: row.contactCount, suggestedRole: suggestRole(row) }];
  });
  const last = shown.at(-1);
  const nextCursor = found.length > limit && last ? writeCursor([last.contactCount, last.id]) : null;
  return { items, nextCursor, left: await countTriage(ctx.db, viewer) };
}

/** One answer each; null takes an answer back. */
export async function decideTriage(
  ctx: Context,
  input: { decisions: readonly { partyId: string; role: Role | null }[] },
): Promise<{ left: number }> {
  return transact(ctx.db, async (tx) => {
    const within = { ...ctx, batchId: ctx.batchId ?? uuidv7() };
    const decisions = input.decisions.toSorted((x, y) => (x.partyId < y.partyId ? -1 : 1));
    for (const decision of decisions) await decide(within, tx, decision);
    const partyIds = decisions.map((decision) => decision.partyId);
    await refreshEmployers(tx, { partyIds, at: ctx.now() });
    return { left: await countTriage(tx, viewerOf(ctx.actor)) };
  });
}

async function decide(ctx: Context, tx: Tx, decision: { partyId: string; role: Role | null }): Promise<void> {
  const row = allow(ctx.actor, 'edit', await findParty(tx, decision.partyId, { lock: true }));
  const roles = decision.role === null ? [] : [decision.role];
  const isDecided = decision.role !== null;
  await writeRoles(tx, row, { roles, viewer: userOf(ctx.actor), at: ctx.now(), isDecided });
  await noteParty(ctx, tx, { act: 'update', was: row, now: { ...row, roles, version: row.version + 1 } });
}

function suggestRole(row: TriageRow): Role | null {
  if (row.isPrivate) return 'private';
  return row.ordersCount > 0 ? 'customer' : null;
}
