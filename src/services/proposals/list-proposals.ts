/** What one's own mail proposes; nobody else's. */
import type { Proposal, ProposalKind } from '#contract/proposals.ts';
import { countProposals, type ProposalRow, pageProposals } from '#store/proposals.ts';
import { userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { getFirm } from '../firm.ts';

const pageSize = 50;
const mostCounted = 99;
const dayMs = 86_400_000;
/** Who asks for hands should hear within days. */
const favourDays = 3;

export async function listProposals(
  ctx: Context,
  input: { cursor?: string; limit?: number; partyId?: string },
): Promise<{ items: Proposal[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const rows = await pageProposals(ctx.db, {
    ...askOf(ctx),
    partyId: input.partyId ?? null,
    after: id === undefined ? null : { at: new Date(String(at)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const { timeZone } = await getFirm(ctx.db);
  return {
    items: shown.map((row) => describeProposal(ctx, row, timeZone)),
    nextCursor: rows.length > limit && last ? writeCursor([last.happenedAt.toISOString(), last.id]) : null,
  };
}

export async function countOpenProposals(ctx: Context): Promise<{ open: number }> {
  return { open: await countProposals(ctx.db, { ...askOf(ctx), most: mostCounted }) };
}

function askOf(ctx: Context) {
  const ownPartyId = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
  return { ownerUserId: userOf(ctx.actor), ownPartyId, now: ctx.now() };
}

function describeProposal(ctx: Context, row: ProposalRow, timeZone: string): Proposal {
  const { field, value, name, mail, by } = row.data;
  return {
    id: row.id,
    kind: row.kind as ProposalKind,
    party: { id: row.partyId, name: row.partyName },
    interactionId: row.interactionId,
    noteId: row.noteId ?? null,
    text: row.text,
    at: row.happenedAt.toISOString(),
    by,
    due: dueOf(ctx, row, timeZone),
    contact: field && value ? { field, value, known: row.known } : null,
    introduced: row.kind === 'introduction' ? { name: name ?? null, mail: mail ?? null } : null,
  };
}

/** A promise without a day is looked at again in a week; an answer is for today. */
export function dueOf(ctx: Context, row: ProposalRow, timeZone: string): { on: string; isNamed: boolean } | null {
  const day = (at: Date | number) => new Date(at).toLocaleDateString('sv-SE', { timeZone });
  const nowMs = ctx.now().getTime();
  if (row.kind === 'question') return { on: day(nowMs), isNamed: false };
  if (row.kind === 'favour') return { on: day(nowMs + favourDays * dayMs), isNamed: false };
  if (row.kind !== 'promise') return null;
  return row.dueAt ? { on: day(row.dueAt), isNamed: true } : { on: day(nowMs + 7 * dayMs), isNamed: false };
}
