/** The floor of ingest: the very rows that a batch left, put into an identical database by one plain insert per table. */
import type pg from 'pg';

export interface TableRows {
  readonly insert: string;
  /** Columns as PostgreSQL writes them, so that the floor pays for no conversion at all. */
  readonly columns: readonly (readonly (string | null)[])[];
  readonly count: number;
}

/** What a batch adds, parents before children. States are updated rather than added, so they are no part of the floor. */
const tables: readonly { readonly name: string; readonly fresh: string }[] = [
  { name: 'parties', fresh: 'id > $1' },
  { name: 'identities', fresh: 'id > $1' },
  { name: 'relations', fresh: 'id > $1' },
  { name: 'ties', fresh: 'id > $1' },
  { name: 'interactions', fresh: 'id > $1' },
  { name: 'tie_events', fresh: 'interaction_id > $1 and tie_id = any($2)' },
  { name: 'benefits', fresh: 'interaction_id > $1 and tie_id = any($2)' },
];

/** Rows made after `afterId`: ids are made in order of time. */
export async function takeNewRows(
  client: pg.Client,
  since: { afterId: string; tieIds: readonly string[] },
): Promise<TableRows[]> {
  const taken: TableRows[] = [];
  for (const { name, fresh } of tables) {
    const { rows: fields } = await client.query<{ field: string; type: string }>(
      `select quote_ident(attname) as field, format_type(atttypid, null) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [name],
    );
    const { rows } = await client.query<(string | null)[]>({
      text: `select ${fields.map(({ field }) => `${field}::text`).join(', ')} from ${name} where ${fresh}`,
      values: fresh.includes('$2') ? [since.afterId, since.tieIds] : [since.afterId],
      rowMode: 'array',
    });
    if (rows.length === 0) continue;
    const columns = fields.map((_, index) => rows.map((row) => row[index] ?? null));
    taken.push({ insert: writeInsert(name, fields), columns, count: rows.length });
  }
  return taken;
}

/** One transaction, as the batch was; statements named, so that they are planned once. */
export async function insertPlainly(client: pg.Client, tables: readonly TableRows[]): Promise<void> {
  await client.query('begin');
  for (const { insert, columns } of tables) {
    await client.query({ name: insert.slice(0, 40), text: insert, values: [...columns] });
  }
  await client.query('commit');
}

function writeInsert(table: string, fields: readonly { field: string; type: string }[]): string {
  const names = fields.map(({ field }) => field).join(', ');
  const values = fields.map(({ type }, index) => `c${index}::${type}`).join(', ');
  const given = fields.map((_, index) => `$${index + 1}::text[]`).join(', ');
  const aliases = fields.map((_, index) => `c${index}`).join(', ');
  return `insert into ${table} (${names}) select ${values} from unnest(${given}) as r(${aliases})`;
}
