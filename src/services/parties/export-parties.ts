/** The lines of a list as somebody takes them along: page by page, and noted. */
import { v7 as uuidv7 } from 'uuid';
import { decimalsOf, toMajor } from '#contract/currencies.ts';
import type { PartyRow } from '#contract/party-rows.ts';
import { insertExport, writeExportRows } from '#store/exports.ts';
import { userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { type ListInput, listParties } from './list-parties.ts';

export type ExportLine = readonly string[];

const pageSize = 500;
/** What stands in a sheet when no columns were chosen: what an import reads back. */
const usual = 'kind,role,status,bond,last,jobTitle,employer,mail,phone,city,birthday,tags,groups';
const computed = ['kind', 'role', 'wish', 'status', 'bond', 'last', 'weakest', 'trend', 'name'];

/** Asks for the first page before it answers: what is wrong with the question is said then. */
export async function exportParties(ctx: Context, input: ListInput): Promise<AsyncIterable<ExportLine>> {
  const names = (input.columns ?? usual).split(',').filter((name) => name !== '' && name !== 'name');
  const columns = names.filter((name) => !computed.includes(name)).join(',');
  const asked = { ...input, columns, limit: pageSize };
  const first = await listParties(ctx, asked);
  const id = uuidv7();
  await insertExport(ctx.db, { id, userId: userOf(ctx.actor), what: { ...input }, at: ctx.now() });
  return lines();

  async function* lines(): AsyncGenerator<ExportLine> {
    yield ['name', ...names];
    let rowCount = 0;
    for (let page = first; ; ) {
      for (const row of page.items) yield [row.name, ...names.map((name) => cellOf(row, name))];
      rowCount += page.items.length;
      if (page.nextCursor === null) break;
      page = await listParties(ctx, { ...asked, cursor: page.nextCursor });
    }
    await writeExportRows(ctx.db, { id, rowCount });
  }
}

function cellOf(row: PartyRow, name: string): string {
  switch (name) {
    case 'kind':
      return row.kind;
    case 'role':
      return row.roles.join('; ');
    case 'wish':
      return row.contactWish ?? '';
    case 'status':
      return row.figures?.status ?? '';
    case 'weakest':
      return row.figures?.weakest ?? '';
    case 'bond':
      return row.figures && row.figures.status !== 'unknown' ? String(Math.round(row.figures.bond * 100)) : '';
    case 'trend':
      return row.figures ? String(Math.round(row.figures.trend * 100)) : '';
    case 'last':
      return row.figures?.lastAt ?? '';
    default: {
      const value = row.cells?.[name] ?? '';
      if (Array.isArray(value)) return value.join('; ');
      // As an import reads it back.
      if (typeof value === 'object') return `${toMajor(value).toFixed(decimalsOf(value.currency))} ${value.currency}`;
      return String(value);
    }
  }
}
