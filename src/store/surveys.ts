/** Questions asked of relations once a year, and their answers. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface SurveyMarks {
  readonly quality: number;
  readonly satisfaction: number;
  readonly value: number;
  readonly bond: number;
}

export interface SurveyRow {
  readonly id: string;
  readonly kind: 'missing' | 'four';
  readonly way: 'link' | 'in-person' | 'ourselves' | 'unasked';
  readonly partyId: string;
  readonly partyName: string;
  readonly colleagueId: string;
  readonly colleagueName: string;
  readonly askedBy: string | null;
  readonly askerName: string | null;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly answer: 0 | 1 | 2 | null;
  readonly marks: SurveyMarks | null;
  readonly words: string | null;
  /** What they would miss: foundations by their key. */
  readonly reasons: readonly string[];
  readonly version: number;
  /** Users who may see a private relation; null: everybody of the firm. */
  readonly visibleTo: readonly string[] | null;
}

export type SurveyValues = Omit<SurveyRow, 'partyName' | 'colleagueName' | 'askerName' | 'version' | 'visibleTo'>;

const columns = sql.raw(`s.id, s.kind, s.way, s.party_id as "partyId", p.name as "partyName",
  s.colleague_id as "colleagueId", c.name as "colleagueName", s.asked_by as "askedBy", u.name as "askerName", s.asked_at as "askedAt",
  s.answered_at as "answeredAt", s.answer, s.marks, s.words, s.reasons, s.version,
  case when p.visibility = 'private' then
    coalesce((select array_agg(v.user_id) from private_parties v where v.party_id = p.id), '{}') end as "visibleTo"`);
const from = sql.raw(`surveys s join parties p on p.id = s.party_id join parties c on c.id = s.colleague_id
  left join users u on u.id = s.asked_by`);

export async function insertSurvey(tx: Tx, row: SurveyValues): Promise<void> {
  await sql`
    insert into surveys (id, kind, way, party_id, colleague_id, asked_by, asked_at, answered_at, answer, marks, words,
      reasons)
    values (${row.id}, ${row.kind}, ${row.way}, ${row.partyId}, ${row.colleagueId}, ${row.askedBy}, ${row.askedAt},
      ${row.answeredAt}, ${row.answer}, ${row.marks && JSON.stringify(row.marks)}::jsonb, ${row.words}, ${[...row.reasons]}::text[])`.execute(
    tx,
  );
}

export async function updateSurveyAnswer(
  tx: Tx,
  row: Allowed<SurveyRow>,
  said: Pick<SurveyRow, 'answeredAt' | 'answer' | 'marks' | 'words' | 'reasons'>,
): Promise<void> {
  await sql`
    update surveys set answered_at = ${said.answeredAt}, answer = ${said.answer},
      marks = ${said.marks && JSON.stringify(said.marks)}::jsonb, words = ${said.words},
      reasons = ${[...said.reasons]}::text[], version = version + 1
    where id = ${row.id}`.execute(tx);
}

export async function deleteSurvey(tx: Tx, row: Allowed<SurveyRow>): Promise<void> {
  await sql`delete from surveys where id = ${row.id}`.execute(tx);
}

export async function findSurvey(db: Db, id: string): Promise<SurveyRow | undefined> {
  const { rows } =
    await sql<SurveyRow>`select ${columns} from ${from} where s.id = ${id} and p.deleted_at is null`.execute(db);
  return rows[0];
}

/** As findSurvey, and nobody else answers it meanwhile. */
export async function lockSurvey(tx: Tx, id: string): Promise<SurveyRow | undefined> {
  await sql`select from surveys where id = ${id} for update`.execute(tx);
  return findSurvey(tx, id);
}

/** Whose tie with them is the strongest: the one of us, or the firm itself, that an answer is about. */
export async function findClosestOwn(db: Db, partyId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select o.id from ties t join tie_figures f on f.tie_id = t.id
    join parties o on o.id = case when t.party_a = ${partyId}::uuid then t.party_b else t.party_a end and o.is_own
    where (t.party_a = ${partyId}::uuid or t.party_b = ${partyId}::uuid) and o.deleted_at is null
    order by f.bond desc, o.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

export interface SurveyPage {
  readonly viewer: Viewer;
  readonly partyId: string | null;
  readonly isAnswered: boolean | null;
  readonly after: { readonly askedAt: Date; readonly id: string } | null;
  readonly limit: number;
}

export async function listSurveyRows(db: Db, page: SurveyPage): Promise<SurveyRow[]> {
  const { after, partyId, isAnswered } = page;
  const { rows } = await sql<SurveyRow>`
    select ${columns} from ${from}
    where p.deleted_at is null and ${isVisibleTo(page.viewer, 'p')}
      and ${partyId === null ? sql`true` : sql`s.party_id = ${partyId}::uuid`}
      and ${isAnswered === null ? sql`true` : isAnswered ? sql`s.answered_at is not null` : sql`s.answered_at is null`}
      and ${after === null ? sql`true` : sql`(s.asked_at, s.id) < (${after.askedAt}, ${after.id}::uuid)`}
    order by s.asked_at desc, s.id desc limit ${page.limit}`.execute(db);
  return rows;
}

export interface SurveyCounts {
  readonly very: number;
  readonly little: number;
  readonly not: number;
  readonly four: number;
  readonly quality: number | null;
  readonly satisfaction: number | null;
  readonly value: number | null;
  readonly bond: number | null;
}

/** Of each relation its latest answer to a question since then; what we say ourselves is no answer of theirs. */
export async function countSurveyAnswers(db: Db, since: Date): Promise<SurveyCounts> {
  const { rows } = await sql<SurveyCounts>`
    with latest as (
      select distinct on (s.party_id, s.kind) s.kind, s.answer, s.marks
      from surveys s join parties p on p.id = s.party_id
      where s.answered_at >= ${since} and s.way in ('link', 'in-person') and p.deleted_at is null and p.visibility = 'firm'
      order by s.party_id, s.kind, s.answered_at desc
    )
    select count(*) filter (where answer = 2)::int as very, count(*) filter (where answer = 1)::int as little,
      count(*) filter (where answer = 0)::int as not, count(marks)::int as four,
      avg((marks->>'quality')::float8) as quality, avg((marks->>'satisfaction')::float8) as satisfaction,
      avg((marks->>'value')::float8) as value, avg((marks->>'bond')::float8) as bond
    from latest`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error('a count always answers');
  return counts;
}
