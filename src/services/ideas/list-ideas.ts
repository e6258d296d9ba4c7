import type { Idea } from '#contract/ideas.ts';
import { findIdea, type IdeaStatus, pageIdeas } from '#store/ideas.ts';
import { listMembers } from '#store/members.ts';
import { findParty } from '#store/parties.ts';
import { allow, viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { known } from './change-idea.ts';
import { describeIdea } from './describe-idea.ts';

const pageSize = 50;

interface Asked {
  readonly cursor?: string;
  readonly limit?: number;
  readonly status?: IdeaStatus;
  readonly waits?: 'told' | 'thanks';
  readonly partyId?: string;
  readonly thing?: string;
}

export async function listIdeas(ctx: Context, input: Asked): Promise<{ items: Idea[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const rows = await pageIdeas(ctx.db, {
    viewer: viewerOf(ctx.actor),
    status: input.status ?? null,
    waits: input.waits ?? null,
    thing: input.thing ?? null,
    partyIds: input.partyId === undefined ? null : await listAsked(ctx, input.partyId),
    after: id === undefined ? null : { at: new Date(String(at)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(describeIdea),
    nextCursor: rows.length > limit && last ? writeCursor([last.cameAt.toISOString(), last.id]) : null,
  };
}

/** What its people thought of is the firm's as well. */
async function listAsked(ctx: Context, partyId: string): Promise<string[]> {
  const party = allow(ctx.actor, 'see', await findParty(ctx.db, partyId));
  const on = ctx.now().toISOString().slice(0, 10);
  return (await listMembers(ctx.db, { partyIds: [party.id], on })).map(({ memberId }) => memberId);
}

export async function getIdea(ctx: Context, input: { ideaId: string }): Promise<Idea> {
  return describeIdea(allow(ctx.actor, 'see', known(await findIdea(ctx.db, input.ideaId))));
}
