/** A sales invoice or credit note in UBL 2.1 (Peppol BIS 3, NLCIUS, SI-UBL) to what the log keeps. Runs in the child process. */
import { event } from '#contract/events.ts';
import { readEvent } from '#services/events/read-event.ts';
import type { InteractionRecord } from '#services/imports/connector.ts';
import { parseDay } from '../invoices/book-values.ts';
import { RowProblem } from '../rows/row-values.ts';
import { makeLine } from '../storable-text.ts';
import { attributeOf, nodesAt, parseXml, textAt, textOf, XmlProblem } from './xml-tree.ts';

type UblOutcome =
  | { readonly type: 'invoice'; readonly record: InteractionRecord }
  | { readonly type: 'failed'; readonly problem: string };

/** UNTDID 1001: credit notes of all kinds. */
const creditTypes = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532']);
/** Where a number is from: the Chamber of Commerce, or the Dutch tax office. */
const kvkSchemes = new Set(['0106', 'NL:KVK']);
const vatSchemes = new Set(['9944', 'NL:VAT']);

export function readUbl(raw: Uint8Array): UblOutcome {
  try {
    return { type: 'invoice', record: makeRecord(raw) };
  } catch (error) {
    if (error instanceof XmlProblem || error instanceof RowProblem) return { type: 'failed', problem: error.message };
    throw error;
  }
}

function makeRecord(raw: Uint8Array): InteractionRecord {
  const tree = parseXml(raw);
  const credit = nodesAt(tree, 'CreditNote')[0];
  const document = credit ?? nodesAt(tree, 'Invoice')[0];
  if (document === undefined) throw new XmlProblem('ubl-no-invoice');
  const isCredit = credit !== undefined || creditTypes.has(textAt(document, 'InvoiceTypeCode') ?? '');
  const id = makeLine(textAt(document, 'ID'), 200);
  if (id === null) throw new XmlProblem('ubl-without-number');
  const lines = nodesAt(document, credit === undefined ? 'InvoiceLine' : 'CreditNoteLine');
  const told = event.safeParse({
    type: 'invoice',
    id,
    at: new Date(parseDay(textAt(document, 'IssueDate') ?? '')).toISOString(),
    customer: readCustomer(document),
    subject: id,
    ...withText({ text: makeLine(textAt(document, 'Note'), 500), product: listProducts(lines) }),
    ...readMoney(document, isCredit),
    ...readUnits(lines, isCredit),
  });
  if (!told.success) {
    const isNobody = told.error.issues.some(({ path }) => path[0] === 'customer');
    throw new XmlProblem(isNobody ? 'ubl-without-customer' : 'ubl-not-possible');
  }
  return readEvent(told.data, { numbering: 'boekhouding' });
}

function readMoney(document: unknown, isCredit: boolean): { amountMinor?: number; currency?: string } {
  const [total] = [
    ...nodesAt(document, 'LegalMonetaryTotal', 'TaxInclusiveAmount'),
    ...nodesAt(document, 'LegalMonetaryTotal', 'PayableAmount'),
  ];
  const written = textOf(total);
  if (written === '') return {};
  const currency = attributeOf(total, 'currencyID') ?? textAt(document, 'DocumentCurrencyCode') ?? 'EUR';
  const amount = /^(-?)(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(written);
  if (!amount || !/^[A-Z]{3}$/.test(currency)) throw new XmlProblem(`ubl-amount-unreadable: ${written.slice(0, 50)}`);
  const size = Number(`${amount[2]}${(amount[3] ?? '').padEnd(2, '0')}`);
  // Some programs write a credit note as an invoice below nought, others as a note above it.
  return { amountMinor: isCredit || amount[1] === '-' ? 0 - size : size, currency };
}

function readUnits(lines: readonly unknown[], isCredit: boolean): { units?: number } {
  if (isCredit) return {};
  const units = lines.reduce<number>((sum, line) => sum + Number(textAt(line, 'InvoicedQuantity') ?? Number.NaN), 0);
  return Number.isFinite(units) && units > 0 && units <= 1e9 ? { units } : {};
}

function listProducts(lines: readonly unknown[]): string | null {
  const names = lines.flatMap((line) => textAt(line, 'Item', 'Name') ?? []);
  return makeLine([...new Set(names)].join(', '), 300);
}

function readCustomer(document: unknown): Record<string, string> {
  const side = nodesAt(document, 'AccountingCustomerParty')[0];
  const party = nodesAt(side, 'Party')[0];
  const number = textAt(side, 'CustomerAssignedAccountID') ?? textAt(side, 'SupplierAssignedAccountID');
  const numbers = [
    ...nodesAt(party, 'PartyLegalEntity', 'CompanyID'),
    ...nodesAt(party, 'EndpointID'),
    ...nodesAt(party, 'PartyIdentification', 'ID'),
  ];
  const mail = textAt(party, 'Contact', 'ElectronicMail');
  return withText({
    number: makeLine(number, 100),
    kvkNumber: makeLine(numberOf(numbers, kvkSchemes), 40),
    vatId: makeLine(textAt(party, 'PartyTaxScheme', 'CompanyID') ?? numberOf(numbers, vatSchemes), 40),
    organisation: makeLine(
      textAt(party, 'PartyLegalEntity', 'RegistrationName') ?? textAt(party, 'PartyName', 'Name'),
      300,
    ),
    name: makeLine(textAt(party, 'Contact', 'Name'), 300),
    mail: mail !== null && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail) ? mail : null,
    phone: makeLine(textAt(party, 'Contact', 'Telephone'), 50),
    city: makeLine(textAt(party, 'PostalAddress', 'CityName'), 120),
  });
}

function numberOf(numbers: readonly unknown[], schemes: ReadonlySet<string>): string | null {
  const found = numbers.find((number) => schemes.has(attributeOf(number, 'schemeID')?.toUpperCase() ?? ''));
  return found === undefined ? null : textOf(found) || null;
}

function withText(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
