/** Sales invoices as a table: Exact, Moneybird, Silvasoft, AFAS, or any other whose columns a person names. */
import { stat } from 'node:fs/promises';
import { event } from '#contract/events.ts';
import { readEvent } from '#services/events/read-event.ts';
import type { Connector, ConnectorItem, InteractionRecord, ReadInput } from '#services/imports/connector.ts';
import { readCsvItems } from '../csv/csv-items.ts';
import { readHeaderLine } from '../csv/header-line.ts';
import { readHead } from '../file-head.ts';
import { parseHeader } from '../rows/csv-rows.ts';
import { parseCurrency, RowProblem } from '../rows/row-values.ts';
import { openTextSource } from '../rows/text-source.ts';
import { makeLine } from '../storable-text.ts';
import { parseBookAmount, parseDay } from './book-values.ts';
import {
  chooseColumns,
  hasInvoiceHeader,
  type InvoiceColumns,
  type InvoiceField,
  invoiceFields,
} from './invoice-columns.ts';

const headBytes = 65_536;

export const csvInvoices: Connector = {
  name: 'csv-invoices',
  brings: 'interactions',
  isPrivate: false,
  // Before the table of contact moments and that of relations, with which it shares words.
  recognise: ({ head, isFolder }) =>
    !isFolder && hasInvoiceHeader(parseHeader(readHeaderLine(head)).header) ? 0.95 : 0,
  totalBytes: async (path) => (await stat(path)).size,
  listColumns: async (path) => {
    const headings = await readHeadings(path);
    return { headings, names: invoiceFields, chosen: chooseColumns(headings) };
  },
  read,
};

async function readHeadings(path: string): Promise<readonly string[]> {
  const source = await openTextSource(path, new AbortController().signal);
  const head = source.decode(await readHead(path, headBytes));
  return parseHeader(readHeaderLine(head)).header;
}

async function* read(input: ReadInput): AsyncIterable<ConnectorItem> {
  const columns = chooseColumns(await readHeadings(input.path), input.columns);
  yield* readCsvItems(input, (cells) => ({ type: 'interaction', record: makeInvoice(cells, columns) }));
}

function makeInvoice(cells: Readonly<Record<string, string>>, columns: InvoiceColumns): InteractionRecord {
  const cell = (field: InvoiceField): string => {
    const heading = columns[field];
    return heading === undefined ? '' : (cells[heading] ?? '').trim();
  };
  const id = makeLine(cell('id'), 200);
  if (id === null) throw new RowProblem('row-invoice-without-number');
  const amount = parseBookAmount(cell('amount'));
  const isCredit = /credit|creditnota|cn\b/i.test(cell('kind'));
  const told = event.safeParse({
    ...{ type: 'invoice', id, subject: id, customer: readCustomer(cell) },
    at: new Date(parseDay(cell('date'))).toISOString(),
    ...(amount !== null && {
      amountMinor: isCredit ? 0 - Math.abs(amount) : amount,
      currency: currencyOf(cell('currency')),
    }),
    ...withText({ text: makeLine(cell('subject'), 500) }),
  });
  if (!told.success) {
    const isNobody = told.error.issues.some(({ path }) => path[0] === 'customer');
    throw new RowProblem(isNobody ? 'row-customer-missing' : 'row-invoice-not-possible');
  }
  return readEvent(told.data, { numbering: 'boekhouding' });
}

function currencyOf(written: string): string {
  return parseCurrency(written) ?? 'EUR';
}

function readCustomer(cell: (field: InvoiceField) => string): Record<string, string> {
  const mail = cell('mail').split(/[;,\s]+/)[0] ?? '';
  return withText({
    number: makeLine(cell('number'), 100),
    organisation: makeLine(cell('customer'), 300),
    name: makeLine(cell('contact'), 300),
    mail: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail) ? mail : null,
    phone: makeLine(cell('phone'), 50),
    city: makeLine(cell('city'), 120),
    kvkNumber: makeLine(cell('kvkNumber'), 40),
    vatId: makeLine(cell('vatId'), 40),
    iban: makeLine(cell('iban'), 60),
  });
}

function withText(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
