import type { KeepingRule } from '#contract/keep-in-touch.ts';
import { type ContactRow, listContactsOfRules, listRules, type RuleRow } from '#store/keep-in-touch.ts';
import { findParty } from '#store/parties.ts';
import { allow, userOf, viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';

const mostContacts = 500;
/** Of a group, as many as one looks at. */
const mostOfOne = 20;

/** One's own; or, of one relation, everybody's. */
export async function listKeepingRules(ctx: Context, input: { partyId?: string }): Promise<{ items: KeepingRule[] }> {
  const partyId = input.partyId ?? null;
  if (partyId !== null) allow(ctx.actor, 'see', await findParty(ctx.db, partyId));
  const userId = partyId === null ? userOf(ctx.actor) : null;
  const rows = await listRules(ctx.db, { viewer: viewerOf(ctx.actor), userId, partyId });
  return { items: await describeRules(ctx, rows, partyId) };
}

export async function describeRules(
  ctx: Context,
  rows: readonly RuleRow[],
  partyId: string | null,
): Promise<KeepingRule[]> {
  const contacts = await listContactsOfRules(ctx.db, {
    ruleIds: rows.map(({ id }) => id),
    viewer: viewerOf(ctx.actor),
    partyId,
    now: ctx.now(),
    limit: mostContacts,
  });
  const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return rows.map((row) => ({
    id: row.id,
    party: named(row.partyId, row.partyName),
    group: named(row.groupId, row.groupName),
    user: { id: row.userId, name: row.userName },
    everyDays: row.everyDays,
    contacts: contacts
      .filter(({ ruleId }) => ruleId === row.id)
      .slice(0, mostOfOne)
      .map(describeContact),
    version: row.version,
  }));
}

function describeContact(row: ContactRow): KeepingRule['contacts'][number] {
  return {
    party: { id: row.partyId, name: row.partyName },
    lastContactAt: row.lastContactAt?.toISOString() ?? null,
    gapDays: row.gapDays,
    dueAt: row.dueAt.toISOString(),
    heldBack: row.heldBack,
  };
}
