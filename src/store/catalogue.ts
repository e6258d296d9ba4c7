/** The schema as the database itself tells it: the source of schema.sql and of the row types. */
import type pg from 'pg';

export interface CatalogueColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly fallback: string | null;
  readonly identity: '' | 'a' | 'd';
}

export interface Catalogue {
  readonly columns: readonly CatalogueColumn[];
  readonly constraints: readonly { readonly table: string; readonly name: string; readonly definition: string }[];
  readonly indexes: readonly { readonly table: string; readonly definition: string }[];
}

type Reader = Pick<pg.Pool, 'query'>;

/** What another program makes in this schema is not ours to write down. */
const notOurs = "t.relname <> 'schema_migrations'";

export async function readCatalogue(reader: Reader): Promise<Catalogue> {
  const columns = await reader.query<CatalogueColumn>(`
    select t.relname as "table", c.attname as name, format_type(c.atttypid, c.atttypmod) as type,
           not c.attnotnull as "isNullable", pg_get_expr(d.adbin, d.adrelid) as fallback, c.attidentity as identity
    from pg_class t
    join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = c.attnum
    where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and ${notOurs}
    order by t.relname collate "C", c.attnum`);
  const constraints = await reader.query<Catalogue['constraints'][number]>(`
    select t.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class t on t.oid = k.conrelid
    where t.relnamespace = 'public'::regnamespace and ${notOurs} and k.contype in ('p', 'u', 'f', 'c', 'x')
    order by t.relname collate "C", k.contype = 'p' desc, k.conname collate "C"`);
  const indexes = await reader.query<Catalogue['indexes'][number]>(`
    select t.relname as "table", pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace and ${notOurs}
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    order by t.relname collate "C", pg_get_indexdef(i.indexrelid) collate "C"`);
  return { columns: columns.rows, constraints: constraints.rows, indexes: indexes.rows };
}

export function writeSchemaSql(catalogue: Catalogue): string {
  const tables = groupByTable(catalogue.columns);
  const parts = [...tables].map(([table, columns]) => {
    const lines = columns.map(
      (column) =>
        `  ${column.name} ${column.type}${column.isNullable ? '' : ' not null'}` +
        `${column.fallback === null ? '' : ` default ${column.fallback}`}${identityOf(column)}`,
    );
    for (const { name, definition } of catalogue.constraints.filter((constraint) => constraint.table === table)) {
      lines.push(`  constraint ${name} ${definition}`);
    }
    const indexes = catalogue.indexes.filter((index) => index.table === table).map((index) => `${index.definition};\n`);
    return `create table ${table} (\n${lines.join(',\n')}\n);\n${indexes.join('')}`;
  });
  return `-- Generated from the database's own catalogue; the migrations are the source.\n\n${parts.join('\n')}`;
}

export function writeRowTypes(catalogue: Catalogue): string {
  const tables = [...groupByTable(catalogue.columns)];
  const rows = tables.map(([table, columns]) => {
    const lines = columns.map((column) => `  ${column.name}: ${columnType(column)};`);
    return `export interface ${rowName(table)} {\n${lines.join('\n')}\n}\n`;
  });
  const all = tables.map(([table]) => `  ${table}: ${rowName(table)};`).join('\n');
  return (
    "/** Generated from the database's own catalogue; the migrations are the source. */\n" +
    `import type { Generated, GeneratedAlways } from 'kysely';\n\n${rows.join('\n')}\n` +
    `export interface Tables {\n${all}\n}\n`
  );
}

function identityOf(column: CatalogueColumn): string {
  if (column.identity === '') return '';
  return ` generated ${column.identity === 'a' ? 'always' : 'by default'} as identity`;
}

function columnType(column: CatalogueColumn): string {
  const type = `${valueType(column.type)}${column.isNullable ? ' | null' : ''}`;
  if (column.identity === 'a') return `GeneratedAlways<${type}>`;
  return column.fallback === null && column.identity === '' ? type : `Generated<${type}>`;
}

const valueTypes: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  real: 'number',
  'double precision': 'number',
  numeric: 'number',
  'timestamp with time zone': 'Date',
  bytea: 'Buffer',
  jsonb: 'unknown',
};

function valueType(type: string): string {
  const single = type.endsWith('[]') ? type.slice(0, -2) : type;
  const value = valueTypes[single];
  if (value === undefined) throw new Error(`No TypeScript type is chosen for the PostgreSQL type ${type}.`);
  return single === type ? value : `${value}[]`;
}

function rowName(table: string): string {
  return table.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase()).concat('Table');
}

function groupByTable(columns: readonly CatalogueColumn[]): Map<string, CatalogueColumn[]> {
  const tables = new Map<string, CatalogueColumn[]>();
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  return tables;
}
