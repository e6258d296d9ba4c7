/** Questions of the kind "what if" that were asked, with what was answered. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo } from './party-rows.ts';

export interface WhatIfRunRow {
  readonly id: string;
  readonly askedBy: string;
  readonly askedByName: string | null;
  readonly askedAt: Date;
  readonly asOf: Date;
  readonly question: unknown;
  readonly scope: unknown;
  readonly colleagueId: string | null;
  readonly totals: unknown;
  readonly hurt: unknown;
  readonly version: number;
  readonly deletedAt: Date | null;
  /** Who alone may see it; null = everybody. */
  readonly visibleTo: readonly string[] | null;
}

const columns =
  sql.raw(`w.id, w.asked_by as "askedBy", u.name as "askedByName", w.asked_at as "askedAt", w.as_of as "asOf",
  w.question, w.scope, w.colleague_id as "colleagueId", w.totals, w.hurt, w.version, w.deleted_at as "deletedAt",
  case when w.colleague_id is not null then
    array(select w.asked_by union select c.id from users c where c.party_id = w.colleague_id and c.removed_at is null)
  end as "visibleTo"`);

type NewRun = Omit<WhatIfRunRow, 'askedByName' | 'version' | 'deletedAt' | 'visibleTo'>;

export async function insertWhatIfRun(tx: Tx, row: NewRun): Promise<void> {
  await sql`
    insert into what_if_runs (id, asked_by, asked_at, as_of, question, scope, colleague_id, totals, hurt)
    values (${row.id}, ${row.askedBy}, ${row.askedAt}, ${row.asOf}, ${JSON.stringify(row.question)}::jsonb,
      ${JSON.stringify(row.scope)}::jsonb, ${row.colleagueId}, ${JSON.stringify(row.totals)}::jsonb,
      ${JSON.stringify(row.hurt)}::jsonb)`.execute(tx);
}

export async function findWhatIfRun(
  db: Db,
  id: string,
  options: { lock?: boolean } = {},
): Promise<WhatIfRunRow | undefined> {
  const { rows } = await sql<WhatIfRunRow>`
    select ${columns} from what_if_runs w left join users u on u.id = w.asked_by
    where w.id = ${id}::uuid ${options.lock ? sql`for update of w` : sql``}`.execute(db);
  return rows[0];
}

interface RunPage {
  readonly viewer: string | null;
  readonly viewerPartyId: string | null;
  /** Only those that were asked about this relation alone. */
  readonly partyId: string | null;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** One about a relation that this viewer may not see, or about a colleague by somebody else, is not there. */
export async function pageWhatIfRuns(db: Db, page: RunPage): Promise<WhatIfRunRow[]> {
  const { viewer, viewerPartyId, partyId, after } = page;
  const about: RawBuilder<unknown> =
    partyId === null ? sql`true` : sql`w.scope @> ${JSON.stringify({ kind: 'party', partyId })}::jsonb`;
  const { rows } = await sql<WhatIfRunRow>`
    select ${columns} from what_if_runs w left join users u on u.id = w.asked_by
    where w.deleted_at is null and ${about}
      and (w.colleague_id is null or w.asked_by = ${viewer}::uuid or w.colleague_id = ${viewerPartyId}::uuid)
      and (w.scope ->> 'partyId' is null or exists (
        select from parties p where p.id = (w.scope ->> 'partyId')::uuid and p.deleted_at is null
          and ${isVisibleTo(viewer, 'p')}))
      and ${after === null ? sql`true` : sql`(w.asked_at, w.id) < (${after.at}, ${after.id}::uuid)`}
    order by w.asked_at desc, w.id desc limit ${page.limit}`.execute(db);
  return rows;
}

export async function setWhatIfRunDeleted(tx: Tx, row: Allowed<WhatIfRunRow>, deletedAt: Date | null): Promise<void> {
  await sql`update what_if_runs set deleted_at = ${deletedAt}, version = version + 1 where id = ${row.id}`.execute(tx);
}

export interface SinceRow {
  readonly id: string;
  readonly name: string;
  readonly bond: number | null;
  readonly alarm: string | null;
}

/** What became of these, as far as this viewer may know of them. */
export async function listSince(
  db: Db,
  find: { viewer: string | null; partyIds: readonly string[] },
): Promise<Map<string, SinceRow>> {
  const { rows } = await sql<SinceRow>`
    select p.id, p.name, f.bond, f.alarm from parties p left join party_figures f on f.party_id = p.id
    where p.id = any(${[...find.partyIds]}::uuid[]) and (p.is_own or p.deleted_at is null)
      and ${isVisibleTo(find.viewer, 'p')}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

const mostMissed = 10;

/** Firms and people that went quiet for good since then and were not named. */
export async function listMissed(
  db: Db,
  find: { since: Date; until: Date; except: readonly string[] },
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from party_figures f join parties p on p.id = f.party_id
    where f.alarm = 'gone' and f.gone_at > ${find.since} and f.gone_at <= ${find.until}
      and p.deleted_at is null and not p.is_own and p.visibility = 'firm'
      and not p.roles && '{private,ignore,colleague}'::text[] and not p.id = any(${[...find.except]}::uuid[])
      and not exists (select from relations r where r.from_party = p.id
        and r.type_id = (select id from relation_types where key = 'works-at') and r.until_on is null)
    order by f.gone_at desc, p.id limit ${mostMissed}`.execute(db);
  return rows;
}
