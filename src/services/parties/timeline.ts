/** The timeline of a relation: everybody sees that and when; a mailbox's words are its owner's, a private note its author's. */
import type { TimelineItem, TimelineKind, TimelineMoment } from '#contract/timeline.ts';
import { type BenefitKind, benefitWeights } from '#engine/benefits.ts';
import type { Db } from '#store/database.ts';
import { listThreadsOfMoments } from '#store/mail-threads.ts';
import { findParty } from '#store/parties.ts';
import { listPinnedIds } from '#store/pins.ts';
import { listTimeline, type TimelineRow } from '#store/timeline.ts';
import { listTimelineRecords, type RecordNoun } from '#store/timeline-records.ts';
import { allow, isAllowed, viewerOf } from '../allow.ts';
import type { Actor, Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { listAttached } from '../files/list-files.ts';
import { levelOf } from '../mail/sharing-levels.ts';
import { describeTimelineRecord } from './describe-timeline-record.ts';
import { viewOf } from './get-party.ts';

const pageSize = 50;

/** What each kind of contact moment is by its channel. */
const channelsOf: Partial<Record<TimelineKind, readonly string[]>> = {
  mail: ['mail'],
  call: ['call', 'video'],
  meeting: ['meeting', 'visit'],
  other: ['chat', 'social', 'letter', 'order', 'ticket', 'gift', 'other'],
};
const recordNouns: readonly RecordNoun[] = [
  'note',
  'task',
  'promise',
  'fault',
  'idea',
  'file',
  'publication',
  'change',
];

interface Asked {
  readonly partyId: string;
  readonly kinds?: readonly TimelineKind[];
  readonly cursor?: string;
  readonly limit?: number;
}

interface TimelinePage {
  readonly items: TimelineItem[];
  readonly pinned: TimelineItem[];
  readonly nextCursor: string | null;
}

export async function listPartyTimeline(ctx: Context, input: Asked): Promise<TimelinePage> {
  const row = allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const { kinds } = input;
  const after = id === undefined ? null : { at: new Date(String(at)), id: String(id) };
  const find = { ...timelineOf(ctx, row), kinds, after };
  const pinnedIds = await listPinnedIds(ctx.db, find);
  const [found, pinned] = await Promise.all([
    findEntries(ctx.db, { ...find, without: pinnedIds, limit: limit + 1 }),
    after || pinnedIds.length === 0 ? [] : findEntries(ctx.db, { ...find, only: pinnedIds, limit: pinnedIds.length }),
  ]);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const onTop = pinned.toSorted((one, other) => pinnedIds.indexOf(one.id) - pinnedIds.indexOf(other.id));
  const files = await listAttached(ctx.db, readableIds(ctx.actor, [...shown, ...onTop]));
  const threads = await listThreadsOfMoments(ctx.db, {
    viewer: viewerOf(ctx.actor),
    interactionIds: mailIds([...shown, ...onTop]),
  });
  const describe = (entry: Entry, isPinned: boolean) =>
    'data' in entry
      ? describeTimelineRecord(entry, files.get(entry.id) ?? [], isPinned)
      : {
          ...describeMoment(ctx.actor, entry, files.get(entry.id) ?? []),
          isPinned,
          threadId: threads.get(entry.id) ?? null,
        };
  return {
    items: shown.map((entry) => describe(entry, false)),
    pinned: onTop.map((entry) => describe(entry, true)),
    nextCursor: found.length > limit && last ? writeCursor([timeOf(last).toISOString(), last.id]) : null,
  };
}

/** Whose timeline it is, as this reader sees it. */
export function timelineOf(ctx: Context, row: Parameters<typeof viewOf>[1]) {
  return { ...viewOf(ctx, row), on: ctx.now().toISOString().slice(0, 10), viewer: viewerOf(ctx.actor) };
}

interface Find extends ReturnType<typeof timelineOf> {
  readonly kinds?: readonly TimelineKind[] | undefined;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly only?: readonly string[];
  readonly without?: readonly string[];
  readonly limit: number;
}

/** What was said and what was written down together, newest first. */
export async function findEntries(db: Db, { kinds, ...find }: Find): Promise<Entry[]> {
  const channels = kinds?.flatMap((kind) => channelsOf[kind] ?? []) ?? null;
  const nouns = recordNouns.filter((noun) => kinds === undefined || kinds.includes(noun));
  const [moments, records] = await Promise.all([
    channels?.length === 0 ? [] : listTimeline(db, { ...find, channels }),
    listTimelineRecords(db, { ...find, nouns }),
  ]);
  return merge(moments, records).slice(0, find.limit);
}

export type Entry = TimelineRow | Awaited<ReturnType<typeof listTimelineRecords>>[number];

function timeOf(entry: Entry): Date {
  return 'data' in entry ? entry.at : entry.happenedAt;
}

/** Newest first; what happened at the same moment by id, as the cursor has it. */
function merge(moments: readonly Entry[], records: readonly Entry[]): Entry[] {
  return [...moments, ...records].sort((one, other) => {
    return timeOf(other).getTime() - timeOf(one).getTime() || (one.id < other.id ? 1 : -1);
  });
}

function mailIds(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => ('data' in entry || entry.channel !== 'mail' ? [] : entry.id));
}

function readableIds(actor: Actor, entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => {
    if ('data' in entry) return entry.noun === 'note' ? [entry.id] : [];
    return isAllowed(actor, 'read-text', guardOf(entry)) ? [entry.id] : [];
  });
}

function guardOf(row: TimelineRow) {
  return { ownerUserId: row.ownerUserId, shownAs: levelOf(row) };
}

function describeMoment(
  actor: Actor,
  row: TimelineRow,
  files: TimelineMoment['files'],
): Omit<TimelineMoment, 'isPinned' | 'threadId'> {
  const mayRead = isAllowed(actor, 'read-text', guardOf(row));
  const ourGiver = row.fromOurs ? 'from' : 'to';
  return {
    noun: 'interaction',
    id: row.id,
    tieId: row.tieId,
    at: row.happenedAt.toISOString(),
    channel: row.channel,
    // What kind of mail it was (a thank-you, say) is told by its words.
    kind: mayRead ? row.kind : 'message',
    direction: row.fromOurs ? 'ours' : 'theirs',
    ours: row.ours,
    theirs: row.theirs,
    receiverCount: row.receiverCount,
    subject: isAllowed(actor, 'read-subject', guardOf(row)) ? row.subject : null,
    snippet: mayRead ? row.snippet : null,
    keptLine: mayRead ? row.keptLine : null,
    found:
      mayRead && row.link !== null ? { link: row.link, through: row.source, at: row.recordedAt.toISOString() } : null,
    textWithheld: !mayRead,
    mayShare: row.ownerUserId !== null && isAllowed(actor, 'share', guardOf(row)),
    shared: row.sharedAt !== null,
    benefits: mayRead
      ? row.benefits.map(({ kind, weight, giver }) => ({
          kind,
          weight: weight ?? benefitWeights[kind as BenefitKind] ?? 0,
          giver: giver === ourGiver ? ('ours' as const) : ('theirs' as const),
        }))
      : [],
    files: mayRead ? files : [],
    version: row.version,
  };
}
