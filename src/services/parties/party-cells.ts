/** Cells of columns that somebody chose to see, beside the row that everybody sees. */
import type { PartyRow } from '#contract/party-rows.ts';
import { listPartyCells, type PartyCellsRow } from '#store/party-cells.ts';
import { viewerOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readMoney } from '../fields/read-field-values.ts';

type Cell = NonNullable<PartyRow['cells']>[string];

const plain: Readonly<Record<string, (row: PartyCellsRow) => Cell>> = {
  jobTitle: (row) => row.jobTitle,
  city: (row) => row.city,
  birthday: (row) => row.birthday,
  createdAt: (row) => row.createdAt.toISOString(),
  employer: (row) => row.employer,
  mail: (row) => row.mail,
  phone: (row) => row.phone,
  tags: (row) => [...row.tags],
  groups: (row) => [...row.groups],
  foundation: (row) => row.foundation && [...row.foundation],
};
const ownPrefix = 'fields.';

/** What is in the row already may be named as well. */
const inRow = ['name', 'weakest', 'status', 'trend', 'bond', 'last', 'role', 'wish'];

export async function addCells(ctx: Context, rows: PartyRow[], columns: string | undefined): Promise<PartyRow[]> {
  const wanted = readColumns(columns);
  if (wanted.length === 0 || rows.length === 0) return rows;
  const cells = await listPartyCells(ctx.db, { ids: rows.map(({ id }) => id), viewer: viewerOf(ctx.actor) });
  return rows.map((row) => {
    const known = cells.get(row.id);
    if (!known) return row;
    return { ...row, cells: Object.fromEntries(wanted.map((name) => [name, cellOf(known, name)])) };
  });
}

function readColumns(columns: string | undefined): string[] {
  const names = [...new Set((columns ?? '').split(',').filter((name) => name !== ''))];
  const unknown = names.find(
    (name) => !Object.hasOwn(plain, name) && !name.startsWith(ownPrefix) && !inRow.includes(name),
  );
  if (unknown !== undefined) {
    const problem = { path: 'query.columns', code: 'unknown-column', message: unknown.slice(0, 100) };
    throw new AppError('bad-input', { problems: [problem] });
  }
  return names.filter((name) => !inRow.includes(name));
}

function cellOf(row: PartyCellsRow, name: string): Cell {
  const read = plain[name];
  if (read) return read(row);
  const value = row.fields.find(({ key }) => key === name.slice(ownPrefix.length));
  if (!value) return null;
  if (value.type === 'money') return readMoney(value);
  if (value.number !== null) return value.number;
  return value.choices ? [...value.choices] : (value.party ?? value.date ?? value.text);
}
