/** The log's rows: written in sets, read by id. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isSubjectReadBy, isTextReadBy, type SharingLevel } from './mail-sharing.ts';

export interface StoredBenefit {
  readonly giver: 'from' | 'to';
  readonly kind: string;
  readonly weight?: number | null;
  /** Whether the giver got something for it; absent: not known. */
  readonly gotForIt?: 'yes' | 'no' | undefined;
}

export interface InteractionRow {
  readonly id: string;
  readonly sourceNumber: number;
  readonly sourceKey: string;
  readonly happenedAt: Date;
  readonly recordedAt: Date;
  readonly channel: string;
  readonly kind: string;
  readonly fromParty: string;
  readonly toParties: readonly string[];
  readonly subject: string | null;
  readonly snippet: string | null;
  readonly answers: readonly string[];
  readonly answeredAt: Date | null;
  readonly answeredFrom: string | null;
  /** Which of `answers` that was, from 1 on. */
  readonly answeredPlace: number | null;
  /** The row of another mailbox that this is a copy of; that one makes the ties. */
  readonly twinOf: string | null;
  readonly mailClass: string;
  readonly asked: boolean | null;
  readonly valence: number | null;
  readonly benefits: readonly StoredBenefit[];
  readonly orderLine: unknown;
  /** What stays with us of it, in one line. */
  readonly keptLine: string | null;
  /** Where it can be read; https only. */
  readonly link: string | null;
  readonly ownerUserId: string | null;
  readonly sharedAt: Date | null;
  /** What its conversation or mailbox gives away; null: that and when (decision 014). */
  readonly sharing: SharingLevel | null;
  readonly recordedBy: string | null;
  readonly importId: string | null;
  readonly version: number;
  readonly contentHash: Buffer;
}

/** What ties are derived of. */
export type DerivableInteraction = Pick<
  InteractionRow,
  | 'id'
  | 'sourceNumber'
  | 'happenedAt'
  | 'channel'
  | 'kind'
  | 'fromParty'
  | 'toParties'
  | 'subject'
  | 'answeredAt'
  | 'answeredFrom'
  | 'twinOf'
  | 'mailClass'
  | 'asked'
  | 'valence'
  | 'benefits'
  | 'ownerUserId'
  | 'sharedAt'
  | 'sharing'
>;

const columns = sql.raw(`
  i.id, i.source_number as "sourceNumber", i.source_key as "sourceKey", i.happened_at as "happenedAt",
  i.recorded_at as "recordedAt", i.channel, i.kind, i.from_party as "fromParty", i.to_parties as "toParties",
  i.subject, i.snippet, i.answers, i.answered_at as "answeredAt", i.answered_from as "answeredFrom",
  i.answered_place as "answeredPlace", i.twin_of as "twinOf", i.mail_class as "mailClass", i.asked, i.valence, i.benefits, i.order_line as "orderLine",
  i.kept_line as "keptLine", i.link, i.owner_user_id as "ownerUserId", i.shared_at as "sharedAt", i.sharing, i.recorded_by as "recordedBy",
  i.import_id as "importId", i.version, i.content_hash as "contentHash"`);

/** One JSON value for a whole batch: PostgreSQL takes it apart, whatever its size. */
function recordsOf(rows: readonly InteractionRow[]): string {
  return JSON.stringify(
    rows.map((row) => ({
      ...row,
      contentHash: `\\x${row.contentHash.toString('hex')}`,
      benefits: row.benefits,
      orderLine: row.orderLine ?? null,
    })),
  );
}

const recordset = sql.raw(`r(
  id uuid, "sourceNumber" smallint, "sourceKey" text, "happenedAt" timestamptz, "recordedAt" timestamptz, channel text,
  kind text, "fromParty" uuid, "toParties" uuid[], subject text, snippet text, answers text[], "answeredAt" timestamptz,
  "answeredFrom" uuid, "answeredPlace" smallint, "twinOf" uuid, "mailClass" text, asked boolean, valence real, benefits jsonb, "orderLine" jsonb,
  "keptLine" text, link text,
  "ownerUserId" uuid, "sharedAt" timestamptz, sharing text, "recordedBy" uuid, "importId" uuid, version int, "contentHash" bytea)`);

/** Inserts what is new, and answers which those were. Rows come in the order of their keys: two imports never cross. */
export async function insertInteractions(tx: Tx, rows: readonly InteractionRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const inserted = await sql<{ id: string }>`
    insert into interactions (
      id, source_number, source_key, happened_at, recorded_at, channel, kind, from_party, to_parties, subject, snippet,
      answers, answered_at, answered_from, answered_place, twin_of, mail_class, asked, valence, benefits, order_line,
      kept_line, link, owner_user_id, shared_at, sharing, recorded_by, import_id, version, content_hash)
    select id, "sourceNumber", "sourceKey", "happenedAt", "recordedAt", channel, kind, "fromParty", "toParties", subject,
      snippet, answers, "answeredAt", "answeredFrom", "answeredPlace", "twinOf", "mailClass", asked, valence, benefits,
      nullif("orderLine", 'null'::jsonb), "keptLine", link, "ownerUserId", "sharedAt", sharing, "recordedBy", "importId", version, "contentHash"
    from json_to_recordset(${recordsOf(rows)}::json) as ${recordset} order by "sourceKey"
    on conflict (source_number, source_key) do nothing
    returning id`.execute(tx);
  return new Set(inserted.rows.map((row) => row.id));
}

/** Writes changed content over rows that are there; their version goes up. A source that keeps no line takes none away. */
export async function updateInteractions(tx: Tx, rows: readonly InteractionRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update interactions i set
      happened_at = r."happenedAt", channel = r.channel, kind = r.kind, from_party = r."fromParty",
      to_parties = r."toParties", subject = r.subject, snippet = r.snippet, answers = r.answers,
      answered_at = r."answeredAt", answered_from = r."answeredFrom", answered_place = r."answeredPlace",
      mail_class = r."mailClass", asked = r.asked, valence = r.valence, benefits = r.benefits, order_line = nullif(r."orderLine", 'null'::jsonb),
      kept_line = coalesce(r."keptLine", i.kept_line), link = r.link, content_hash = r."contentHash", version = i.version + 1
    from json_to_recordset(${recordsOf(rows)}::json) as ${recordset}
    where i.id = r.id`.execute(tx);
}

/** Null: nothing of it stays with us after all. */
export async function setKeptLine(tx: Tx, row: Allowed<InteractionRow>, keptLine: string | null): Promise<void> {
  await sql`update interactions set kept_line = ${keptLine} where id = ${row.id}`.execute(tx);
}

export async function listInteractions(db: Db, ids: readonly string[]): Promise<InteractionRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<InteractionRow>`
    select ${columns} from interactions i where i.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}

export interface KnownInteraction {
  readonly id: string;
  readonly sourceKey: string;
  readonly contentHash: Buffer;
}

/** Rows of a source by its own keys, locked: what is about to be compared may not change meanwhile. */
export async function listInteractionsByKey(
  tx: Tx,
  find: { sourceNumber: number; sourceKeys: readonly string[] },
): Promise<KnownInteraction[]> {
  const { rows } = await sql<KnownInteraction>`
    select id, source_key as "sourceKey", content_hash as "contentHash" from interactions
    where source_number = ${find.sourceNumber} and source_key = any(${[...find.sourceKeys]}::text[])
    order by source_key for no key update`.execute(tx);
  return rows;
}

export async function countInteractions(db: Db): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from interactions`.execute(db);
  return rows[0]?.total ?? 0;
}

/** When and by whom each of these was written: what a reply needs of its parent. */
export async function listParents(
  db: Db,
  find: { sourceNumber: number; sourceKeys: readonly string[] },
): Promise<{ sourceKey: string; happenedAt: Date; fromParty: string; toParties: readonly string[] }[]> {
  if (find.sourceKeys.length === 0) return [];
  const { rows } = await sql<{ sourceKey: string; happenedAt: Date; fromParty: string; toParties: readonly string[] }>`
    select source_key as "sourceKey", happened_at as "happenedAt", from_party as "fromParty", to_parties as "toParties"
    from interactions
    where source_number = ${find.sourceNumber} and source_key = any(${[...find.sourceKeys]}::text[])`.execute(db);
  return rows;
}

export async function deleteInteractions(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from interactions where id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** Everything these parties sent or received. */
export async function listInteractionsOfParties(db: Db, partyIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from interactions
    where from_party = any(${[...partyIds]}::uuid[]) or to_parties && ${[...partyIds]}::uuid[]`.execute(db);
  return rows.map((row) => row.id);
}

/** Lets colleagues read a mail's text, or (null) no longer. */
export async function shareInteraction(tx: Tx, row: Allowed<InteractionRow>, sharedAt: Date | null): Promise<void> {
  await sql`
    update interactions set shared_at = ${sharedAt}, version = version + 1 where id = ${row.id}`.execute(tx);
}

export interface Told {
  readonly id: string;
  readonly channel: string;
  /** What a colleague may not read of another's mailbox is a message without a subject. */
  readonly kind: string;
  readonly subject: string | null;
}

/** What these were, in a few words, as far as this viewer may know. */
export async function listTold(
  db: Db,
  find: { ids: readonly string[]; viewer: string | null },
): Promise<Map<string, Told>> {
  const { rows } = await sql<Told>`
    select id, channel, case when ${isTextReadBy(find.viewer, 'i')} then kind else 'message' end as kind,
      case when ${isSubjectReadBy(find.viewer, 'i')} then subject end as subject
    from interactions i
    where id = any(${[...find.ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
