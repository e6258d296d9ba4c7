/** Rows of the log out of records: who it was between, what it answers, and of which mail it is another copy. */
import type { Tx } from '#store/database.ts';
import { type InteractionRow, listParents } from '#store/interactions.ts';
import type { SharingLevel } from '#store/mail-sharing.ts';
import { findSourceSharing } from '#store/mail-sharing-writes.ts';
import { adoptTwins, listOriginals, type Original } from '#store/twins.ts';
import { keptLevel } from '../mail/sharing-levels.ts';
import { contentHashOf } from './content-hash.ts';
import type { IngestInput, IngestRecord, IngestSource } from './ingest-record.ts';
import type { Resolved } from './resolve-parties.ts';
import type { Sorted } from './sort-records.ts';

interface Parent {
  readonly happenedAt: Date;
  readonly fromParty: string;
  readonly toParties: readonly string[];
}
type Parents = ReadonlyMap<string, Parent>;

/** Parents that are there already, and those that come in with their replies. */
export async function findParents(
  tx: Tx,
  source: IngestSource,
  fresh: readonly IngestRecord[],
  changed: Sorted['changed'],
  resolved: Resolved,
): Promise<Parents> {
  const all = [...fresh, ...changed.map((item) => item.record)];
  const sourceKeys = [...new Set(all.flatMap((record) => record.answers))];
  const known = await listParents(tx, { sourceNumber: source.number, sourceKeys });
  const parents = new Map<string, Parent>(known.map((row) => [row.sourceKey, row]));
  for (const record of all) {
    const fromParty = resolved.partyOf(record.from);
    const toParties = record.to.map(resolved.partyOf).filter((party) => party !== null);
    if (fromParty !== null) parents.set(record.sourceKey, { happenedAt: new Date(record.atMs), fromParty, toParties });
  }
  return parents;
}

/** As store/answers.ts has it: anybody can write that a mail answers another; only who was in that one, or one of us, does. */
function mayAnswer(fromParty: string, parent: Parent, ownParties: ReadonlySet<string>): boolean {
  return fromParty === parent.fromParty || parent.toParties.includes(fromParty) || ownParties.has(fromParty);
}

type Originals = ReadonlyMap<string, Original>;

export function isMailbox(source: IngestSource): boolean {
  return source.ownerUserId !== null || source.isMailbox === true;
}

/** Of a mailbox: what colleagues' mailboxes brought before. */
export async function findOriginals(tx: Tx, source: IngestSource, fresh: readonly IngestRecord[]): Promise<Originals> {
  if (!isMailbox(source)) return new Map();
  const sourceKeys = fresh.map((record) => record.sourceKey);
  const rows = await listOriginals(tx, { sourceNumber: source.number, sourceKeys });
  return new Map(rows.map((row) => [row.sourceKey, row]));
}

interface RowInput {
  readonly record: IngestRecord;
  readonly id: string;
  readonly input: IngestInput;
  readonly resolved: Resolved;
  readonly parents: Parents;
  readonly originals: Originals;
}

/** Null where no sender or receiver could be made out: there is nobody it happened between. */
export function rowOf({ record, id, input, resolved, parents, originals }: RowInput): InteractionRow | null {
  const fromParty = resolved.partyOf(record.from);
  const toParties = [...new Set(record.to.map(resolved.partyOf).filter((party) => party !== null))];
  if (fromParty === null || toParties.length === 0) return null;
  const place = record.answers.findIndex((key) => {
    const parent = key === record.sourceKey ? undefined : parents.get(key);
    return parent !== undefined && mayAnswer(fromParty, parent, resolved.ownParties);
  });
  const answered = parents.get(record.answers[place] ?? '');
  const original = originals.get(record.sourceKey);
  const sharing = input.sharingOf?.(record.sourceKey) ?? null;
  return {
    id,
    sourceNumber: input.source.number,
    sourceKey: record.sourceKey,
    happenedAt: new Date(record.atMs),
    recordedAt: input.at,
    channel: record.channel,
    kind: record.kind,
    fromParty,
    toParties,
    subject: record.subject,
    snippet: record.snippet,
    answers: record.answers,
    answeredAt: answered?.happenedAt ?? null,
    answeredFrom: answered?.fromParty ?? null,
    answeredPlace: answered ? place + 1 : null,
    // A key alone could be anybody's; the same sender as well makes it the same mail.
    twinOf: original?.fromParty === fromParty && !takesPlaceOf(original, sharing) ? original.id : null,
    mailClass: record.mailClass,
    asked: record.asked,
    valence: record.valence,
    benefits: record.benefits,
    orderLine: record.order,
    keptLine: record.keptLine ?? null,
    link: record.link ?? null,
    ownerUserId: input.source.ownerUserId,
    sharedAt: null,
    sharing,
    recordedBy: input.actor.kind === 'user' ? input.actor.userId : null,
    importId: input.importId,
    version: 1,
    contentHash: contentHashOf(record),
  };
}

/** By whatever way it comes in, what a mailbox holds is shown as its owner set it. */
export async function readSharing(tx: Tx, { number, ownerUserId }: IngestSource): Promise<() => SharingLevel | null> {
  const level = ownerUserId === null ? null : await findSourceSharing(tx, number);
  return () => level && keptLevel(level);
}

/** One of which its owner shows nothing makes no ties: a copy that may be known of does, in its place. */
function takesPlaceOf(original: Original, sharing: SharingLevel | null): boolean {
  return original.isHidden && sharing !== 'nothing';
}

export async function adoptHidden(tx: Tx, stored: readonly InteractionRow[], originals: Originals): Promise<void> {
  const adopted = stored.flatMap(({ id, sourceKey, fromParty, sharing }) => {
    const original = originals.get(sourceKey);
    const isSame = original?.fromParty === fromParty && takesPlaceOf(original, sharing);
    return isSame ? [{ original: original.id, heir: id }] : [];
  });
  await adoptTwins(tx, adopted);
}
