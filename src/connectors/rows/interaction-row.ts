import { createHash } from 'node:crypto';
import { channel as channels, interactionKind, shippedBenefitKind } from '#contract/interactions.ts';
import type { BenefitRecord, IdentityRef, InteractionRecord, OrderRecord } from '#services/imports/connector.ts';
import { cutText, makeLine, makeStorable } from '../storable-text.ts';
import { parseIdentityCell } from './identity-cell.ts';
import type { InteractionCells } from './interaction-columns.ts';
import { parseRowInstant } from './row-dates.ts';
import { parseCurrency, parseMinorUnits, parseNumberBetween, parseYesNo, RowProblem } from './row-values.ts';

export interface RowContext {
  readonly nowMs: number;
  readonly defaultCountry: string;
}

/** Throws a RowProblem that names the cell when something in the row cannot be. */
export function makeInteraction(cells: InteractionCells, { nowMs, defaultCountry }: RowContext): InteractionRecord {
  const cell = (name: keyof InteractionCells): string => (cells[name] ?? '').trim();
  const channel = parseChannel(cell('channel'), cell('amount') !== '' || cell('units') !== '');
  const kind = parseKind(cell('kind'), channel);
  const from = parseIdentityCell(cell('from'), makeLine(cell('from_name'), 200), defaultCountry);
  const to = parseReceivers(cell('to'), from, defaultCountry);
  return {
    sourceKey: makeLine(cell('id'), 400) ?? hashCells(cells),
    atMs: parseRowInstant(cell('at'), nowMs),
    channel,
    kind,
    from,
    to,
    subject: makeLine(cell('subject'), 500),
    snippet: cutText(makeStorable(cell('text')).replace(/\s+/g, ' ').trim(), 500) || null,
    answers: cell('answers')
      .split(/[\s;]+/)
      .filter((key) => key !== '')
      .map(makeStorable)
      .slice(0, 20),
    mailClass: 'person',
    asked: parseYesNo(cell('asked'), 'asked'),
    valence: parseNumberBetween(cell('valence'), 'valence', [-1, 1]),
    benefits: parseBenefit(cell('benefit'), cell('benefit_giver'), cell('benefit_weight')),
    order: parseOrder(cells),
  };
}

const channelWords: Readonly<Record<string, string>> = {
  'e-mail': 'mail',
  email: 'mail',
  sms: 'chat',
  whatsapp: 'chat',
  app: 'chat',
  telefoon: 'call',
  phone: 'call',
  bellen: 'call',
  gesprek: 'meeting',
  afspraak: 'meeting',
  vergadering: 'meeting',
  bezoek: 'visit',
  brief: 'letter',
  bestelling: 'order',
  cadeau: 'gift',
  anders: 'other',
  overig: 'other',
};

function parseChannel(written: string, hasOrder: boolean): string {
  if (written === '') return hasOrder ? 'order' : 'other';
  const word = written.toLowerCase();
  const known = channels.safeParse(channelWords[word] ?? word);
  if (!known.success) throw new RowProblem('row-channel-unknown', written);
  return known.data;
}

const kindByChannel: Readonly<Record<string, string>> = {
  call: 'call',
  video: 'call',
  meeting: 'meeting',
  visit: 'meeting',
  order: 'order',
  ticket: 'ticket',
  gift: 'gift',
  other: 'note',
};

function parseKind(written: string, channel: string): string {
  if (written === '') return kindByChannel[channel] ?? 'message';
  const known = interactionKind.safeParse(written.toLowerCase().replace(/[\s_]+/g, '-'));
  if (!known.success) throw new RowProblem('row-kind-unknown', written);
  return known.data;
}

function parseReceivers(written: string, from: IdentityRef, defaultCountry: string): IdentityRef[] {
  const cells = written.split(';').filter((part) => part.trim() !== '');
  if (cells.length === 0) throw new RowProblem('row-receiver-missing');
  const byKey = new Map<string, IdentityRef>();
  for (const cell of cells) {
    const identity = parseIdentityCell(cell, null, defaultCountry);
    if (identity.kind !== from.kind || identity.value !== from.value)
      byKey.set(`${identity.kind}:${identity.value}`, identity);
  }
  if (byKey.size === 0) throw new RowProblem('row-receiver-is-sender', written);
  return [...byKey.values()];
}

function parseBenefit(kind: string, giver: string, weight: string): BenefitRecord[] {
  if (kind === '') return [];
  const known = shippedBenefitKind.safeParse(kind.toLowerCase().replace(/[\s_]+/g, '-'));
  if (!known.success) throw new RowProblem('row-benefit-unknown', kind);
  const side = giver === '' ? 'from' : giver.toLowerCase();
  if (side !== 'from' && side !== 'to') throw new RowProblem('row-benefit-giver-unknown', giver);
  return [{ giver: side, kind: known.data, weight: parseNumberBetween(weight, 'benefit_weight', [0, 100]) }];
}

function parseOrder(cells: InteractionCells): OrderRecord | null {
  const cell = (name: keyof InteractionCells): string => (cells[name] ?? '').trim();
  const columns = ['amount', 'currency', 'units', 'product', 'brand', 'offers'] as const;
  if (columns.every((column) => cell(column) === '')) return null;
  const currency = parseCurrency(cell('currency'));
  return {
    amountMinor: parseMinorUnits(cell('amount'), currency, 'amount'),
    currency,
    units: parseNumberBetween(cell('units'), 'units', [0, 1e9]),
    product: makeLine(cell('product'), 300),
    brand: makeLine(cell('brand'), 200),
    offers: parseOffers(cell('offers'), currency),
  };
}

/** brand=price;brand=price, or the same as a JSON object. */
function parseOffers(written: string, currency: string | null): Record<string, number> {
  if (written === '') return {};
  const pairs = written.startsWith('{')
    ? parseJsonOffers(written)
    : written
        .split(';')
        .filter((pair) => pair.trim() !== '')
        .map(splitPair);
  return Object.fromEntries(
    pairs.map(([brand, price]) => [brand, parseMinorUnits(price, currency, `offers ${brand}`) ?? 0]),
  );
}

function splitPair(pair: string): [string, string] {
  const [brand = '', price = '', ...more] = pair.split('=').map((part) => part.trim());
  if (brand === '' || price === '' || more.length > 0) throw new RowProblem('row-offers-unreadable', pair);
  return [makeStorable(brand), price];
}

function parseJsonOffers(written: string): [string, string][] {
  try {
    const offers: unknown = JSON.parse(written);
    if (offers === null || typeof offers !== 'object' || Array.isArray(offers)) throw new SyntaxError('no object');
    return Object.entries(offers).map(([brand, price]) => [makeStorable(brand), String(price)]);
  } catch {
    throw new RowProblem('row-offers-unreadable', written);
  }
}

/** A row without id is known by its whole content: the same file twice changes nothing. */
function hashCells(cells: InteractionCells): string {
  const content = Object.entries(cells)
    .filter(([, value]) => value !== '')
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `sha256:${createHash('sha256').update(JSON.stringify(content).toWellFormed()).digest('hex')}`;
}
