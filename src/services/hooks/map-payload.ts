/** A foreign message to an event, by a mapping: or which field stands in the way, and what stood there. */
import { type Event, event, eventTypes } from '#contract/events.ts';
import { type HookMapping, type HookProblem, skipped } from '#contract/hook-mapping.ts';
import { PickProblem, readAmount, readInstant, readNumber, readText } from './read-pick.ts';

export type Mapped =
  | { readonly outcome: 'event'; readonly event: Event }
  | { readonly outcome: 'skipped' }
  | {
      readonly outcome: 'failed';
      readonly problem: HookProblem;
      readonly field: string | null;
      readonly written: string | null;
    };

interface House {
  readonly timeZone: string;
  readonly now: Date;
}

/** Clocks differ a little. */
const futureGraceMs = 60_000;

export function mapPayload(data: unknown, mapping: HookMapping, house: House): Mapped {
  const type = readText(data, mapping.type);
  // What is not one of our words, where a word of theirs was to say it, is no business of ours.
  if (type === skipped) return { outcome: 'skipped' };
  const known = eventTypes.find((name) => name === type);
  if (known === undefined) {
    const isWorded = mapping.type.from === 'paths' && mapping.type.words !== undefined;
    return isWorded && type !== null ? { outcome: 'skipped' } : failed('no-type', 'type', type);
  }
  try {
    return finish(readFields(data, mapping, { type: known, timeZone: house.timeZone }), house);
  } catch (error) {
    if (error instanceof FieldProblem) return failed(error.problem, error.field, error.written);
    throw error;
  }
}

class FieldProblem extends PickProblem {
  readonly field: string;
  constructor(field: string, { problem, written }: PickProblem) {
    super(problem, written);
    this.field = field;
  }
}

function readFields(data: unknown, { fields }: HookMapping, kind: { type: Event['type']; timeZone: string }): object {
  const at = <T>(field: string, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw error instanceof PickProblem ? new FieldProblem(field, error) : error;
    }
  };
  const words = (names: readonly (keyof typeof fields)[]) => names.map((name) => [name, readText(data, fields[name])]);
  const currency = readCurrency(readText(data, fields.currency));
  const customer = words(['organisation', 'name', 'mail', 'phone', 'city', 'kvkNumber', 'vatId', 'iban']);
  const number = readText(data, fields.number);
  const said = {
    type: kind.type,
    at: at('at', () => readInstant(data, fields.at, kind.timeZone)),
    // Guests of a shop are all customer 0.
    customer: withoutNulls([...customer, ['number', number === '0' ? null : number]]),
    ...Object.fromEntries(words(['id', 'subject', 'text', 'product', 'order', 'invoice', 'ticket', 'by'])),
    currency: at('currency', () => currency),
    amountMinor: at('amount', () => readAmount(data, fields.amount, currency)),
    units: at('units', () => readNumber(data, fields.units)),
    rating: at('rating', () => readNumber(data, fields.rating)),
    isComplaint: fields.isComplaint ? /^(?:true|yes|ja|1)$/i.test(readText(data, fields.isComplaint) ?? '') : null,
  };
  return withoutNulls(Object.entries(said).filter(([name]) => takes(kind.type, name)));
}

/** Stripe writes eur. What is no currency says nothing. */
function readCurrency(written: string | null): string | null {
  const code = written === '€' ? 'EUR' : (written?.toUpperCase() ?? null);
  return code !== null && Intl.supportedValuesOf('currency').includes(code) ? code : null;
}

/** A mapping may serve several kinds of event: each takes what it has a place for. */
function takes(type: Event['type'], name: string): boolean {
  return event.options.some(({ shape }) => shape.type.value === type && Object.hasOwn(shape, name));
}

function withoutNulls(entries: readonly (readonly unknown[])[]): Record<string, unknown> {
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === null ? [] : [[String(name), cut(String(name), value)]])),
  );
}

const longest: Readonly<Record<string, number>> = {
  subject: 500,
  product: 300,
  organisation: 300,
  name: 300,
  city: 120,
};

function cut(name: string, value: unknown): unknown {
  const most = longest[name];
  return typeof value === 'string' && most !== undefined ? value.slice(0, most).toWellFormed() : value;
}

function finish(said: object, { now }: House): Mapped {
  const read = event.safeParse(said);
  if (read.success) {
    if (Date.parse(read.data.at) <= now.getTime() + futureGraceMs) return { outcome: 'event', event: read.data };
    return failed('future', 'at', read.data.at);
  }
  const [issue] = read.error.issues;
  const field = String(issue?.path.at(-1) ?? 'type');
  const written = issue?.path.reduce<unknown>(
    (part, step) => (part as Record<PropertyKey, unknown> | undefined)?.[step],
    said,
  );
  if (field === 'customer') return failed('nobody', null, null);
  return failed(
    written === undefined ? 'missing' : 'not-possible',
    field,
    written === undefined ? null : String(written),
  );
}

function failed(problem: HookProblem, field: string | null, written: string | null): Mapped {
  return { outcome: 'failed', problem, field, written: written?.slice(0, 200) ?? null };
}
