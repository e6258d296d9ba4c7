import { readMigrations } from '#store/migrate.ts';
import type { Finding } from './finding.ts';

const bigTables = ['tie_events', 'tie_states', 'tie_history', 'benefits', 'promises'];

/** Keeps the road to several database servers open: docs/scale.md says which tables would be spread by tie. */
export async function checkMigrations(): Promise<Finding> {
  const migrations = await readMigrations();
  const problems = migrations.flatMap(({ name, sql }) => lintMigration(sql).map((problem) => `${name}: ${problem}`));
  const numbers = migrations.map(({ name }) => name.split(/[_-]/)[0]);
  if (new Set(numbers).size !== numbers.length) problems.push('Two migrations have the same number.');
  return { problems, notes: [`${migrations.length} migrations`] };
}

export function lintMigration(source: string): string[] {
  const sql = source
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return [...bigTables.flatMap((table) => lintTable(sql, table)), ...lintStatements(sql)];
}

function lintTable(sql: string, table: string): string[] {
  const created = sql.match(new RegExp(`create (?:unlogged )?table (?:if not exists )?${table} \\(`));
  const body = created ? balanced(sql, (created.index ?? 0) + created[0].length) : '';
  const altered = [...sql.matchAll(new RegExp(`alter table (?:only )?${table} ([^;]*)`, 'g'))].map((match) => match[1]);
  const indexes = [
    ...sql.matchAll(new RegExp(`create unique index (?:[^;]*?)on ${table} (?:using \\w+ )?\\(([^)]*)\\)`, 'g')),
  ];
  const definitions = [body, ...altered].join(' , ');
  const problems = keysIn(definitions)
    .concat(indexes.map((match) => ({ kind: 'unique index', columns: match[1] ?? '' })))
    .filter(({ columns }) => firstColumn(columns) !== 'tie_id')
    .map(({ kind, columns }) => `${table}: its ${kind} (${columns.trim()}) must begin with tie_id`);
  const inline = splitColumns(definitions).filter(
    (column) => /\b(primary key|unique|references)\b/.test(column) && isColumn(column),
  );
  return problems.concat(
    inline.map((column) => `${table}: "${column}" is a key of one column; keys begin with tie_id`),
  );
}

type Key = { kind: string; columns: string };

function keysIn(definitions: string): Key[] {
  const pattern = /(primary key|unique(?: nulls not distinct)?|foreign key) \(([^)]*)\)/g;
  return [...definitions.matchAll(pattern)].map(([, kind = '', columns = '']) => ({ kind, columns }));
}

const firstColumn = (columns: string) => columns.split(',')[0]?.trim().split(' ')[0];

/** A column whose own line declares a key; tie_id may refer to ties, and is what everything begins with. */
function isColumn(definition: string): boolean {
  return (
    !/^(constraint|primary|unique|foreign|check|exclude|add constraint|add (primary|unique|foreign))\b/.test(
      definition,
    ) && !/^(add (column )?)?tie_id\b/.test(definition)
  );
}

function splitColumns(definitions: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of definitions) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

function balanced(text: string, start: number): string {
  let depth = 1;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0) return text.slice(start, index);
  }
  return text.slice(start);
}

function lintStatements(sql: string): string[] {
  const triggers = [...sql.matchAll(/create (?:or replace )?(?:constraint )?trigger [^;]*? on (\w+)/g)]
    .filter(([, table = '']) => bigTables.includes(table))
    .map(([, table]) => `${table}: no triggers on a big table; do it in the statement that writes`);
  const clocks = /on conflict [^;]*do update [^;]*\b(now\(\)|current_timestamp|clock_timestamp\(\))/.test(sql)
    ? ['an upsert reads the clock: pass the time as a parameter']
    : [];
  return [...triggers, ...clocks];
}
