/** What somebody said, or answered, about why they are with us. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export interface StatementWriting {
  readonly kind: string;
  readonly ground: 'said' | 'survey';
  readonly words: string | null;
  readonly face: 'familiar' | 'family' | null;
  readonly colleagueId: string | null;
  readonly toldBy: 'them' | 'us' | null;
  readonly neededFor: string | null;
  readonly saidAt: Date;
}

export interface StatementRow extends StatementWriting {
  readonly id: string;
  readonly partyId: string;
  readonly colleagueName: string | null;
  readonly author: string | null;
  readonly version: number;
  readonly deletedAt: Date | null;
  /** Set where the relation is private: who may see it. */
  readonly visibleTo: readonly string[] | null;
}

const columns =
  sql.raw(`s.id, s.party_id as "partyId", s.kind, s.ground, s.words, s.face, s.colleague_id as "colleagueId",
  c.name as "colleagueName", s.told_by as "toldBy", s.needed_for as "neededFor", s.said_at as "saidAt", u.name as author,
  s.version, s.deleted_at as "deletedAt", case when p.visibility = 'private' then
    coalesce((select array_agg(v.user_id) from private_parties v where v.party_id = p.id), '{}') end as "visibleTo"`);
const from = sql.raw(`foundation_statements s join parties p on p.id = s.party_id
  left join parties c on c.id = s.colleague_id left join users u on u.id = s.author_id`);

export async function insertStatement(
  tx: Tx,
  row: StatementWriting & { id: string; partyId: string; authorId: string | null; createdAt: Date },
): Promise<void> {
  await sql`
    insert into foundation_statements (id, party_id, kind, ground, words, face, colleague_id, told_by, needed_for,
      said_at, author_id, created_at)
    values (${row.id}, ${row.partyId}, ${row.kind}, ${row.ground}, ${row.words}, ${row.face}, ${row.colleagueId},
      ${row.toldBy}, ${row.neededFor}, ${row.saidAt}, ${row.authorId}, ${row.createdAt})`.execute(tx);
}

export async function findStatement(
  db: Db,
  id: string,
  options: { lock?: boolean } = {},
): Promise<StatementRow | undefined> {
  const { rows } = await sql<StatementRow>`
    select ${columns} from ${from} where s.id = ${id}::uuid and p.deleted_at is null
    ${options.lock ? sql`for no key update of s` : sql``}`.execute(db);
  return rows[0];
}

export async function updateStatement(
  tx: Tx,
  row: Allowed<StatementRow>,
  write: { fields: StatementWriting; deletedAt: Date | null },
): Promise<void> {
  const { fields } = write;
  await sql`
    update foundation_statements set kind = ${fields.kind}, ground = ${fields.ground}, words = ${fields.words},
      face = ${fields.face}, colleague_id = ${fields.colleagueId}, told_by = ${fields.toldBy},
      needed_for = ${fields.neededFor}, said_at = ${fields.saidAt}, deleted_at = ${write.deletedAt},
      version = version + 1
    where id = ${row.id}`.execute(tx);
}

const mostListed = 500;

/** Of these relations, the latest first. Who may see them is for the caller to have asked. */
export async function listStatements(db: Db, partyIds: readonly string[]): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select ${columns} from ${from} where s.party_id = any(${[...partyIds]}::uuid[]) and s.deleted_at is null
    order by s.said_at desc, s.id desc limit ${mostListed}`.execute(db);
  return rows;
}

/** Answers to a survey that somebody gave on their own page come in without a colleague who wrote them down. */
export async function isOwnParty(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`select from parties where id = ${id}::uuid and is_own and deleted_at is null`.execute(db);
  return rows.length > 0;
}

interface AnswerSaid {
  readonly surveyId: string;
  readonly partyId: string;
  readonly reasons: readonly string[];
  /** One for each reason. */
  readonly ids: readonly string[];
  readonly words: string | null;
  readonly ground: 'said' | 'survey';
  readonly saidAt: Date;
  readonly authorId: string | null;
  readonly at: Date;
}

/** A reason that came with this answer before is not told again, whatever a colleague made of it since. */
export async function writeAnswerStatements(tx: Tx, said: AnswerSaid): Promise<void> {
  await sql`
    insert into foundation_statements (id, party_id, kind, ground, words, said_at, author_id, created_at, survey_id,
      survey_reason)
    select r.id, ${said.partyId}::uuid, r.kind, ${said.ground}, ${said.words}, ${said.saidAt}::timestamptz,
      ${said.authorId}::uuid, ${said.at}::timestamptz, ${said.surveyId}::uuid, r.kind
    from unnest(${[...said.ids]}::uuid[], ${[...said.reasons]}::text[]) as r(id, kind)
    on conflict (survey_id, survey_reason) where survey_id is not null do nothing`.execute(tx);
}

/** With the answer that was taken back, and returns. */
export async function returnAnswerStatements(
  tx: Tx,
  { surveyId, reasons }: { surveyId: string; reasons: readonly string[] },
): Promise<void> {
  await sql`
    update foundation_statements set deleted_at = null, left_with_survey = false, version = version + 1
    where survey_id = ${surveyId}::uuid and survey_reason = any(${[...reasons]}::text[]) and left_with_survey`.execute(
    tx,
  );
}

/** Of an answer that was taken back; true where there were any. */
export async function dropAnswerStatements(tx: Tx, { surveyId, at }: { surveyId: string; at: Date }): Promise<boolean> {
  const { rows } = await sql`
    update foundation_statements set deleted_at = ${at}, left_with_survey = true, version = version + 1
    where survey_id = ${surveyId}::uuid and deleted_at is null returning id`.execute(tx);
  return rows.length > 0;
}
