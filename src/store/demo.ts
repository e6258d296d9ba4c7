/** The demo firm comes in at once and goes out whole: what it brought is known by one import id. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { YearlyClosure } from './firm.ts';
import { forget } from './once.ts';

export interface PartyNaming {
  readonly id: string;
  readonly name: string;
  readonly sortName: string;
  readonly searchText: string;
}

export async function findNaming(db: Db, id: string): Promise<PartyNaming | undefined> {
  const row = await db
    .selectFrom('parties')
    .select(['name', 'sort_name', 'search_text'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { id, name: row.name, sortName: row.sort_name, searchText: row.search_text };
}

export async function hasInteractions(db: Db): Promise<boolean> {
  return (await db.selectFrom('interactions').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function renameParty(tx: Tx, naming: PartyNaming): Promise<void> {
  await tx
    .updateTable('parties')
    .set({ name: naming.name, sort_name: naming.sortName, search_text: naming.searchText })
    .where('id', '=', naming.id)
    .execute();
}

export async function renameFirm(tx: Tx, change: { name: string; isDemo: boolean }): Promise<void> {
  forget(tx, 'firm');
  await tx.updateTable('firm').set({ name: change.name, is_demo: change.isDemo }).execute();
}

export interface PartyWords {
  readonly id: string;
  readonly wish: string | null;
  readonly closures: readonly YearlyClosure[];
  readonly personalFoundation: boolean;
}

export async function updatePartyWords(tx: Tx, rows: readonly PartyWords[]): Promise<void> {
  await sql`
    update parties p set contact_wish = r.wish, closures = r.closures, personal_foundation = r."personalFoundation"
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, wish text, closures jsonb, "personalFoundation" boolean)
    where p.id = r.id`.execute(tx);
}

export interface DatedRelation {
  readonly id: string;
  readonly typeKey: string;
  readonly fromParty: string;
  readonly toParty: string;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

export async function insertDatedRelations(tx: Tx, rows: readonly DatedRelation[], createdAt: Date): Promise<void> {
  await sql`
    insert into relations (id, type_id, from_party, to_party, from_on, until_on, source, created_at)
    select r.id, t.id, r."fromParty", r."toParty", r."fromOn", r."untilOn", 'demo', ${createdAt}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, "typeKey" text, "fromParty" uuid, "toParty" uuid, "fromOn" date, "untilOn" date)
    join relation_types t on t.key = r."typeKey"
    on conflict do nothing`.execute(tx);
}

/** What the user recorded with the demo's parties: it goes with them. */
export async function listStrays(tx: Tx, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with demo as (select coalesce(array_agg(id), '{}') as ids from parties where import_id = ${importId})
    select i.id from interactions i, demo
    where i.import_id is distinct from ${importId} and (i.from_party = any(demo.ids) or i.to_parties && demo.ids)`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

/** Whatever hangs on the ties of its parties, then those parties; what the user added beside them stays. */
export async function deleteDemo(tx: Tx, demo: { importId: string; strays: readonly string[] }): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select t.id from ties t
    where party_a in (select id from parties where import_id = ${demo.importId})
      or party_b in (select id from parties where import_id = ${demo.importId})`.execute(tx);
  const tieIds = rows.map((row) => row.id);
  for (const table of tieTables) {
    await sql`delete from ${sql.table(table)} where tie_id = any(${tieIds}::uuid[])`.execute(tx);
  }
  await sql`delete from ties where id = any(${tieIds}::uuid[])`.execute(tx);
  await sql`
    delete from interactions where import_id = ${demo.importId} or id = any(${[...demo.strays]}::uuid[])`.execute(tx);
  // They name who of us asked, too: both sides of them go.
  await sql`
    delete from surveys using parties p
    where p.import_id = ${demo.importId} and p.id in (surveys.party_id, surveys.colleague_id)`.execute(tx);
  await sql`delete from parties where import_id = ${demo.importId}`.execute(tx);
  // Whatever was asked in that house was asked of invented relations.
  await sql`delete from what_if_runs`.execute(tx);
  await sql`delete from changes where noun = 'what-if-run'`.execute(tx);
  await sql`
    delete from sources s
    where kind in ('demo', 'introductions') and not exists (select 1 from interactions i where i.source_number = s.number)`.execute(
    tx,
  );
}

const tieTables = [
  'stale_ties',
  'tie_history',
  'tie_figures',
  'corrections',
  'faults',
  'promises',
  'benefits',
  'tie_states',
  'tie_events',
];
