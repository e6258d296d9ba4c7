/** Reports. One of a relation that a reader may not see is not there for that reader either. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

/** What is written of a report. */
export interface ReportWriting {
  readonly kind: 'complaint' | 'question';
  readonly subject: string;
  readonly text: string | null;
  readonly status: 'received' | 'working' | 'solved' | 'closed';
  readonly keeperId: string | null;
  readonly whatWeDid: string | null;
  readonly why: string | null;
  readonly solvedAt: Date | null;
  readonly next: string | null;
  readonly nextDueAt: Date | null;
  readonly note: string | null;
  readonly toldInteractionId: string | null;
  readonly promiseId: string | null;
  readonly heardAt: Date;
  readonly publishedAt: Date | null;
  readonly published: unknown;
  readonly dueAt: Date | null;
}

export interface ReportRow extends ReportWriting {
  readonly id: string;
  readonly number: number;
  readonly partyId: string;
  readonly partyName: string;
  readonly colleagueId: string;
  readonly keeperName: string | null;
  readonly channel: string;
  readonly reportedAt: Date;
  readonly interactionId: string | null;
  readonly version: number;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
  readonly partyDeletedAt: Date | null;
  /** Set where the relation is private: who may see it. */
  readonly visibleTo: readonly string[] | null;
}

const columns = sql.raw(`r.id, r.number, r.party_id as "partyId", p.name as "partyName",
  r.colleague_id as "colleagueId", r.keeper_id as "keeperId", k.name as "keeperName", r.kind, r.channel, r.subject, r.text,
  r.reported_at as "reportedAt", r.status, r.what_we_did as "whatWeDid", r.why, r.solved_at as "solvedAt", r.next,
  r.next_due_at as "nextDueAt", r.note, r.interaction_id as "interactionId",
  r.told_interaction_id as "toldInteractionId", r.promise_id as "promiseId", r.heard_at as "heardAt",
  r.published_at as "publishedAt", r.published, r.due_at as "dueAt", r.version, r.created_by as "createdBy",
  r.created_at as "createdAt", r.deleted_at as "deletedAt", p.deleted_at as "partyDeletedAt",
  case when p.visibility = 'private' then
    coalesce((select array_agg(v.user_id) from private_parties v where v.party_id = p.id), '{}') end as "visibleTo"`);
const from = sql.raw('reports r join parties p on p.id = r.party_id left join parties k on k.id = r.keeper_id');

type NewReport = ReportWriting &
  Pick<ReportRow, 'id' | 'partyId' | 'colleagueId' | 'channel' | 'reportedAt' | 'interactionId' | 'createdBy'> & {
    readonly createdAt: Date;
  };

export async function insertReport(tx: Tx, row: NewReport): Promise<void> {
  await sql`
    insert into reports (id, party_id, colleague_id, keeper_id, kind, channel, subject, text, reported_at, status, what_we_did,
      why, solved_at, next, next_due_at, note, interaction_id, told_interaction_id, promise_id, heard_at, published_at,
      published, due_at, created_by, created_at, updated_at)
    values (${row.id}, ${row.partyId}, ${row.colleagueId}, ${row.keeperId}, ${row.kind}, ${row.channel}, ${row.subject},
      ${row.text}, ${row.reportedAt}, ${row.status}, ${row.whatWeDid}, ${row.why}, ${row.solvedAt}, ${row.next},
      ${row.nextDueAt}, ${row.note}, ${row.interactionId}, ${row.toldInteractionId}, ${row.promiseId}, ${row.heardAt},
      ${row.publishedAt}, ${json(row.published)}, ${row.dueAt}, ${row.createdBy}, ${row.createdAt}, ${row.createdAt})
  `.execute(tx);
}

function json(value: unknown): RawBuilder<unknown> {
  return value === null ? sql`null` : sql`${JSON.stringify(value)}::jsonb`;
}

export async function findReport(db: Db, id: string, options: { lock?: boolean } = {}): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`
    select ${columns} from ${from} where r.id = ${id}::uuid
    ${options.lock ? sql`for no key update of r` : sql``}`.execute(db);
  return rows[0];
}

export async function findReportOfInteraction(db: Db, interactionId: string): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`
    select ${columns} from ${from} where r.interaction_id = ${interactionId}::uuid and r.deleted_at is null`.execute(
    db,
  );
  return rows[0];
}

export interface ReportEnding {
  readonly interactionId: string;
  readonly at: Date;
  readonly isTold: boolean;
}

/** How a complaint between these two ended since then: as the expectation of it is settled (store/complaints.ts). */
export async function findReportEnding(
  db: Db,
  find: { partyId: string; colleagueId: string; since: Date },
): Promise<ReportEnding | undefined> {
  const { partyId, colleagueId, since } = find;
  const { rows } = await sql<ReportEnding>`
    with tie as materialized (
      select id from ties where party_a = least(${partyId}::uuid, ${colleagueId}::uuid)
        and party_b = greatest(${partyId}::uuid, ${colleagueId}::uuid)
    ), said as (
      select interaction_id as id from tie_events where tie_id = (select id from tie)
      union select id from faults where tie_id = (select id from tie)
    )
    select i.id as "interactionId", i.happened_at as at, i.kind = 'complaint-told' as "isTold"
    from said join interactions i on i.id = said.id
    where i.kind in ('complaint-told', 'complaint-closed') and i.from_party = ${colleagueId}::uuid
      and i.happened_at >= ${since}
    order by i.happened_at, i.id limit 1`.execute(db);
  return rows[0];
}

export async function updateReport(
  tx: Tx,
  row: Allowed<ReportRow>,
  { fields, at }: { fields: ReportWriting; at: Date },
): Promise<void> {
  await sql`
    update reports set kind = ${fields.kind}, subject = ${fields.subject}, text = ${fields.text},
      status = ${fields.status}, keeper_id = ${fields.keeperId}, what_we_did = ${fields.whatWeDid}, why = ${fields.why},
      solved_at = ${fields.solvedAt}, next = ${fields.next}, next_due_at = ${fields.nextDueAt}, note = ${fields.note},
      told_interaction_id = ${fields.toldInteractionId}, promise_id = ${fields.promiseId}, heard_at = ${fields.heardAt},
      published_at = ${fields.publishedAt}, published = ${json(fields.published)}, due_at = ${fields.dueAt},
      version = version + 1, updated_at = ${at}
    where id = ${row.id}`.execute(tx);
}

/** Into the bin, or out of it. */
export async function setReportDeleted(
  tx: Tx,
  row: Allowed<ReportRow>,
  { deletedAt, at }: { deletedAt: Date | null; at: Date },
): Promise<void> {
  await sql`
    update reports set deleted_at = ${deletedAt}, version = version + 1, updated_at = ${at}
    where id = ${row.id}`.execute(tx);
}

export interface ReportPage {
  readonly viewer: Viewer;
  readonly state: 'open' | 'waiting' | 'due' | 'done';
  readonly partyId: string | null;
  readonly now: Date;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** The relation itself, and who works there. */
function isOf(partyId: string): RawBuilder<unknown> {
  return sql`r.party_id in (
    select ${partyId}::uuid union all
    select w.from_party from relations w join relation_types t on t.id = w.type_id and t.key = 'works-at'
    where w.to_party = ${partyId}::uuid and w.until_on is null)`;
}

/** Open ones by when the customer should hear; done ones latest first. */
export async function listReportRows(db: Db, page: ReportPage): Promise<ReportRow[]> {
  const { state, partyId, after, now } = page;
  const isDone = state === 'done';
  const at = sql.raw(isDone ? 'r.reported_at' : 'r.due_at');
  const conditions = [
    sql`r.deleted_at is null and p.deleted_at is null and ${isVisibleTo(page.viewer, 'p')}`,
    isDone ? sql`r.due_at is null` : sql`r.due_at is not null`,
    ...(state === 'waiting' ? [sql`(r.published_at is null or r.heard_at > r.published_at)`] : []),
    ...(state === 'due' ? [sql`r.due_at < ${now}`] : []),
    ...(partyId ? [isOf(partyId)] : []),
    ...(after ? [sql`(${at}, r.id) ${sql.raw(isDone ? '<' : '>')} (${after.at}, ${after.id}::uuid)`] : []),
  ];
  const way = sql.raw(isDone ? 'desc' : 'asc');
  const { rows } = await sql<ReportRow>`
    select ${columns} from ${from} where ${sql.join(conditions, sql` and `)}
    order by ${at} ${way}, r.id ${way} limit ${page.limit}`.execute(db);
  return rows;
}

interface ReportAnswerRow {
  readonly id: string;
  readonly text: string;
  readonly at: Date;
}

export async function insertReportAnswer(
  tx: Tx,
  row: ReportAnswerRow & { reportId: string; interactionId: string | null },
): Promise<void> {
  await sql`
    insert into report_answers (id, report_id, text, at, interaction_id)
    values (${row.id}, ${row.reportId}, ${row.text}, ${row.at}, ${row.interactionId})`.execute(tx);
}

const mostAnswers = 200;

export async function listReportAnswers(db: Db, reportId: string): Promise<ReportAnswerRow[]> {
  const { rows } = await sql<ReportAnswerRow>`
    select a.id, a.text, a.at from report_answers a where a.report_id = ${reportId}::uuid
    order by a.at, a.id limit ${mostAnswers}`.execute(db);
  return rows;
}

export async function countReportAnswersSince(db: Db, find: { reportId: string; since: Date }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from report_answers a
    where a.report_id = ${find.reportId}::uuid and a.at > ${find.since}`.execute(db);
  return rows[0]?.count ?? 0;
}
