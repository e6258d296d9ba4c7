/** The timeline of a relation: everybody sees that and when; a mailbox's words are its owner's. */
import type { TimelineItem } from '#contract/parties.ts';
import { type BenefitKind, benefitWeights } from '#engine/benefits.ts';
import { findParty } from '#store/parties.ts';
import { listTimeline, type TimelineRow } from '#store/timeline.ts';
import { allow, isAllowed, viewerOf } from '../allow.ts';
import type { Actor, Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { viewOf } from './get-party.ts';

const pageSize = 50;

export async function listPartyTimeline(ctx: Context, input: { partyId: string; cursor?: string; limit?: number }) {
  const row = allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const rows = await listTimeline(ctx.db, {
    ...viewOf(ctx, row),
    on: ctx.now().toISOString().slice(0, 10),
    viewer: viewerOf(ctx.actor),
    after: id === undefined ? null : { at: new Date(String(at)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor([last.happenedAt.toISOString(), last.id]) : null;
  return { items: shown.map((item) => describeTimelineItem(ctx.actor, item)), nextCursor };
}

function describeTimelineItem(actor: Actor, row: TimelineRow): TimelineItem {
  const guarded = { ownerUserId: row.ownerUserId, isShared: row.sharedAt !== null };
  const mayRead = isAllowed(actor, 'read-text', guarded);
  const ourGiver = row.fromOurs ? 'from' : 'to';
  return {
    interactionId: row.id,
    tieId: row.tieId,
    at: row.happenedAt.toISOString(),
    channel: row.channel,
    // What kind of mail it was (a thank-you, say) is told by its words.
    kind: mayRead ? row.kind : 'message',
    direction: row.fromOurs ? 'ours' : 'theirs',
    ours: row.ours,
    theirs: row.theirs,
    receiverCount: row.receiverCount,
    subject: mayRead ? row.subject : null,
    snippet: mayRead ? row.snippet : null,
    textWithheld: !mayRead,
    mayShare: row.ownerUserId !== null && isAllowed(actor, 'share', guarded),
    shared: row.sharedAt !== null,
    benefits: mayRead
      ? row.benefits.map(({ kind, weight, giver }) => ({
          kind,
          weight: weight ?? benefitWeights[kind as BenefitKind] ?? 0,
          giver: giver === ourGiver ? ('ours' as const) : ('theirs' as const),
        }))
      : [],
    version: row.version,
  };
}
