/** What can be pinned: whatever stands on the timeline as this actor sees it, but for the changes of records. */
import type { Tx } from '#store/database.ts';
import { findPartiesById } from '#store/identities.ts';
import { listInteractions } from '#store/interactions.ts';
import { findParty } from '#store/parties.ts';
import { listCopies } from '#store/twins.ts';
import { allow } from '../allow.ts';
import type { Context } from '../context.ts';
import { levelOf } from '../mail/sharing-levels.ts';
import { type Entry, findEntries, timelineOf } from '../parties/timeline.ts';

export interface Pinnable {
  readonly id: string;
  /** With the copies that other mailboxes hold of it. */
  readonly ids: readonly string[];
  /** Whose timeline it was found on. */
  readonly partyId: string;
  /** On whose timelines it stands. */
  readonly partyIds: readonly string[];
  readonly label: string | null;
  /** Set: only this user may know of it. */
  readonly privateTo: string | null;
}

const labelLength = 80;

export async function findPinnable(
  ctx: Context,
  tx: Tx,
  { partyId, recordId }: { partyId: string; recordId: string },
): Promise<Pinnable | undefined> {
  const party = allow(ctx.actor, 'see', await findParty(tx, partyId));
  const ids = await listCopies(tx, recordId);
  const asked = { ...timelineOf(ctx, party), after: null, only: ids, limit: 1 };
  const [entry] = await findEntries(tx, asked);
  if (!entry) return undefined;
  return 'data' in entry ? pinnableRecord(entry) : pinnableMoment(tx, entry, ids);
}

function pinnableRecord({ id, noun, data }: Extract<Entry, { data: unknown }>): Pinnable | undefined {
  if (noun === 'change') return undefined;
  const partyId = String(data.partyId);
  const [text] = [data.plainText, data.title, data.text, data.what, data.name].filter(
    (said) => typeof said === 'string',
  );
  const author = data.isPrivate === true ? data.authorId : data.privateTo;
  const privateTo = typeof author === 'string' ? author : null;
  return {
    id,
    ids: [id],
    partyId,
    partyIds: [partyId],
    label: text?.split('\n')[0]?.slice(0, labelLength) ?? null,
    privateTo,
  };
}

async function pinnableMoment(
  tx: Tx,
  entry: Extract<Entry, { happenedAt: Date }>,
  ids: readonly string[],
): Promise<Pinnable> {
  const [row] = await listInteractions(tx, [entry.id]);
  const between = row ? [row.fromParty, ...row.toParties] : [];
  const outside = (await findPartiesById(tx, between)).filter(({ isOwn }) => !isOwn).map((party) => party.partyId);
  // The words of a mailbox are its owner's, also in what the history says of it.
  const isOpen = levelOf(entry) === 'all';
  const partyId = entry.theirs.id;
  return {
    id: ids[0] ?? entry.id,
    ids,
    partyId,
    partyIds: [...new Set([partyId, ...outside])],
    label: isOpen ? entry.subject : null,
    privateTo: null,
  };
}
