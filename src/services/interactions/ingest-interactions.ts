/** The main way in: a batch of what happened becomes parties, interactions, ties and their states, in one transaction. */
import { v7 as uuidv7 } from 'uuid';
import { lockMailboxes, lockSource } from '#store/advisory-locks.ts';
import { linkAnswers } from '#store/answers.ts';
import type { Tx } from '#store/database.ts';
import { listOwnParties } from '#store/identities.ts';
import {
  type InteractionRow,
  insertInteractions,
  listInteractions,
  listInteractionsByKey,
  listParents,
  updateInteractions,
} from '#store/interactions.ts';
import type { SharingLevel } from '#store/mail-sharing.ts';
import { findSourceSharing } from '#store/mail-sharing-writes.ts';
import { findTombstoned } from '#store/tombstones.ts';
import { adoptTwins, listOriginals, type Original } from '#store/twins.ts';
import { AppError } from '../app-error.ts';
import type { Actor } from '../context.ts';
import { getFirm } from '../firm.ts';
import { keptLevel } from '../mail/sharing-levels.ts';
import { getParameters } from '../parameters/parameters.ts';
import { storeProposals } from '../proposals/store-proposals.ts';
import { contentHashOf } from './content-hash.ts';
import { deriveTies } from './derive-ties.ts';
import { countClasses, type IngestCounts, type IngestRecord, type IngestSource, noCounts } from './ingest-record.ts';
import { storeSignals } from './mail-signals.ts';
import { type Resolved, resolveParties } from './resolve-parties.ts';
import { nothingDerived, storeDerived } from './store-derived.ts';

/** Clocks differ a little; what lies further ahead did not happen yet. */
export const futureGraceMs = 60_000;

export interface IngestInput {
  readonly source: IngestSource;
  readonly records: readonly IngestRecord[];
  /** Their keys were made for them just now and they answer nothing: nothing in the log can have to do with them. */
  readonly isNews?: boolean;
  readonly actor: Actor;
  readonly at: Date;
  readonly importId: string | null;
  /** What colleagues see of a mail, by its source key; null: that and when. */
  readonly sharingOf?: (sourceKey: string) => SharingLevel | null;
}

export interface IngestResult {
  readonly counts: IngestCounts;
  /** Id of every record that is now in the log, by its source key. */
  readonly ids: ReadonlyMap<string, string>;
  /** Source keys of what a person deleted before: refused. */
  readonly buried: ReadonlySet<string>;
  readonly tieIds: readonly string[];
  /** What is new in the log. */
  readonly stored: readonly InteractionRow[];
  /** Those of us who take part in it. */
  readonly ownParties: ReadonlySet<string>;
}

interface Sorted {
  readonly fresh: IngestRecord[];
  readonly changed: { readonly id: string; readonly record: IngestRecord }[];
  readonly buried: ReadonlySet<string>;
}

export async function ingestInteractions(tx: Tx, input: IngestInput): Promise<IngestResult> {
  const { source, at } = input;
  const latestMs = at.getTime() + futureGraceMs;
  if (input.records.some((record) => record.atMs > latestMs)) throw new AppError('future-event');
  const counts = noCounts();
  const ids = new Map<string, string>();
  const records = keepLast(input.records, counts);
  const answering = records.some((record) => record.answers.length > 0);
  const isNews = input.isNews ?? false;
  if (isMailbox(source)) await lockMailboxes(tx);
  if (!isNews) await lockSource(tx, { sourceNumber: source.number, alone: answering });
  const { fresh, changed, buried } = isNews ? allFresh(records) : await sortOut(tx, { records, source, counts, ids });
  const nothing = { tieIds: [], stored: [], ownParties: new Set<string>() };
  if (fresh.length + changed.length === 0) return { counts, ids, buried, ...nothing };

  const resolved = await resolveAll(tx, input, [...fresh, ...changed.map((item) => item.record)]);
  const parents = await findParents(tx, source, fresh, changed, resolved);
  const originals = await findOriginals(tx, source, fresh);
  const sharingOf = input.sharingOf ?? (await readSharing(tx, source));
  const makeRow = (record: IngestRecord, id: string) =>
    rowOf({ record, id, input: { ...input, sharingOf }, resolved, parents, originals });
  const rows = fresh.flatMap((record) => makeRow(record, uuidv7()) ?? []);
  const changedRows = changed.flatMap(({ id, record }) => makeRow(record, id) ?? []);
  const inserted = await insertInteractions(tx, rows);
  await updateInteractions(tx, changedRows);
  const stored = rows.filter((row) => inserted.has(row.id));
  await adoptHidden(tx, stored, originals);
  const keys = isNews ? [] : keysOf(stored, changedRows);
  const relinked = keys.length > 0 ? await linkAnswers(tx, { sourceNumber: source.number, keys, ids: [] }) : [];

  const againIds = [...new Set([...changedRows, ...relinked].map((row) => row.id))].filter((id) => !inserted.has(id));
  const { timeZone } = await getFirm(tx);
  // Of a batch by itself those who take part were just looked up; what is derived again may be among others.
  const ownParties = againIds.length > 0 ? await listOwnParties(tx) : resolved.ownParties;
  const derive = (derived: readonly InteractionRow[]) =>
    deriveTies(tx, { rows: derived, ownParties, timeZone, at, latestMs });
  const tieIds = await storeDerived(tx, {
    fresh: await derive(stored),
    again: againIds.length > 0 ? await derive(await listInteractions(tx, againIds)) : nothingDerived,
    againIds,
    parameters: await getParameters(tx),
    at,
  });
  await storeSignals(tx, { source, rows: stored, records });
  await storeProposals(tx, { source, rows: stored, records, ownParties: resolved.ownParties, at });

  for (const row of stored) ids.set(row.sourceKey, row.id);
  counts.stored = stored.length;
  counts.duplicates += rows.length - stored.length;
  counts.corrected = changedRows.length;
  counts.newParties = resolved.newParties;
  counts.touchedTies = tieIds.length;
  countClasses(counts, stored);
  return { counts, ids, buried, tieIds, stored, ownParties: resolved.ownParties };
}

/** The same key twice in one batch: the later word holds. */
function keepLast(records: readonly IngestRecord[], counts: IngestCounts): IngestRecord[] {
  const last = new Map(records.map((record) => [record.sourceKey, record]));
  counts.duplicates += records.length - last.size;
  return [...last.values()];
}

function allFresh(records: readonly IngestRecord[]): Sorted {
  return { fresh: [...records], changed: [], buried: new Set() };
}

async function sortOut(
  tx: Tx,
  input: { records: readonly IngestRecord[]; source: IngestSource; counts: IngestCounts; ids: Map<string, string> },
): Promise<Sorted> {
  const { records, source, counts, ids } = input;
  const sourceKeys = records.map((record) => record.sourceKey);
  const known = await listInteractionsByKey(tx, { sourceNumber: source.number, sourceKeys });
  const knownByKey = new Map(known.map((row) => [row.sourceKey, row]));
  const buried = await findTombstoned(
    tx,
    sourceKeys.map((sourceKey) => ({ sourceNumber: source.number, sourceKey })),
  );
  const sorted: Sorted = { fresh: [], changed: [], buried };
  for (const record of records) {
    const there = knownByKey.get(record.sourceKey);
    if (there) ids.set(record.sourceKey, there.id);
    if (buried.has(record.sourceKey)) counts.refused += 1;
    else if (!there) sorted.fresh.push(record);
    else if (there.contentHash.equals(contentHashOf(record))) counts.duplicates += 1;
    else sorted.changed.push({ id: there.id, record });
  }
  return sorted;
}

function resolveAll(tx: Tx, input: IngestInput, records: readonly IngestRecord[]): Promise<Resolved> {
  const { actor, at, importId, source } = input;
  return getFirm(tx).then(({ defaultCountry }) =>
    resolveParties(tx, {
      records,
      actor,
      at,
      importId,
      defaultCountry,
      ownerUserId: source.ownerUserId,
      hidesPeople: source.hidesPeople ?? false,
      source: `source ${source.number}`,
    }),
  );
}

interface Parent {
  readonly happenedAt: Date;
  readonly fromParty: string;
  readonly toParties: readonly string[];
}
type Parents = ReadonlyMap<string, Parent>;

/** Parents that are there already, and those that come in with their replies. */
async function findParents(
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

function isMailbox(source: IngestSource): boolean {
  return source.ownerUserId !== null || source.isMailbox === true;
}

/** Of a mailbox: what colleagues' mailboxes brought before. */
async function findOriginals(tx: Tx, source: IngestSource, fresh: readonly IngestRecord[]): Promise<Originals> {
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
function rowOf({ record, id, input, resolved, parents, originals }: RowInput): InteractionRow | null {
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
async function readSharing(tx: Tx, { number, ownerUserId }: IngestSource): Promise<() => SharingLevel | null> {
  const level = ownerUserId === null ? null : await findSourceSharing(tx, number);
  return () => level && keptLevel(level);
}

/** One of which its owner shows nothing makes no ties: a copy that may be known of does, in its place. */
function takesPlaceOf(original: Original, sharing: SharingLevel | null): boolean {
  return original.isHidden && sharing !== 'nothing';
}

async function adoptHidden(tx: Tx, stored: readonly InteractionRow[], originals: Originals): Promise<void> {
  const adopted = stored.flatMap(({ id, sourceKey, fromParty, sharing }) => {
    const original = originals.get(sourceKey);
    const isSame = original?.fromParty === fromParty && takesPlaceOf(original, sharing);
    return isSame ? [{ original: original.id, heir: id }] : [];
  });
  await adoptTwins(tx, adopted);
}

function keysOf(...groups: readonly (readonly InteractionRow[])[]): string[] {
  return groups.flatMap((rows) => rows.map((row) => row.sourceKey));
}
