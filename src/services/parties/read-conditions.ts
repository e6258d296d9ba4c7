/** A filter as people send it, read into conditions that the store compiles: own fields looked up, days counted in the firm's zone. */
import {
  checkValue,
  type FilterField,
  type FilterLeaf,
  type FilterOp,
  type FilterTree,
  type FilterType,
  filterFields,
  ownFieldPrefix,
} from '#contract/party-filter.ts';
import type { Db } from '#store/database.ts';
import { type FieldRow, listFields } from '#store/fields.ts';
import type { PartyCondition, PartyTest } from '#store/party-conditions.ts';
import { AppError, type Problem } from '../app-error.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { dayNumberOf, startOfDayMs } from '../firm-days.ts';
import { normaliseText } from './names.ts';

interface Reading {
  readonly own: ReadonlyMap<string, FieldRow>;
  readonly timeZone: string;
  readonly today: number;
  readonly problems: Problem[];
}

/** `from` is where in the input the filter stood. */
export async function readConditions(
  ctx: Context,
  { tree, from }: { tree: FilterTree; from: string },
): Promise<PartyCondition> {
  const { timeZone } = await getFirm(ctx.db);
  const today = dayNumberOf(ctx.now().getTime(), timeZone);
  const reading: Reading = { own: await listOwn(ctx.db, tree), timeZone, today, problems: [] };
  const condition = readNode(tree, from, reading);
  if (reading.problems.length > 0) throw new AppError('bad-input', { problems: reading.problems });
  return condition;
}

/** Does it speak of somebody's role? Then who is to be ignored is no longer left out by itself. */
export function asksRole(node: FilterTree | FilterLeaf): boolean {
  if ('field' in node) return node.field === 'role' && Array.isArray(node.value) && node.value.includes('ignore');
  return ('all' in node ? node.all : node.any).some(asksRole);
}

async function listOwn(db: Db, tree: FilterTree): Promise<Map<string, FieldRow>> {
  const asksOwn = (node: FilterTree | FilterLeaf): boolean =>
    'field' in node ? node.field.startsWith(ownFieldPrefix) : ('all' in node ? node.all : node.any).some(asksOwn);
  if (!asksOwn(tree)) return new Map();
  return new Map((await listFields(db)).map((field) => [field.key, field]));
}

function readNode(node: FilterTree | FilterLeaf, path: string, reading: Reading): PartyCondition {
  if ('field' in node) return readLeaf(node, path, reading);
  const name = 'all' in node ? 'all' : 'any';
  const parts = 'all' in node ? node.all : node.any;
  const read = parts.map((part, at) => readNode(part, `${path}.${name}[${at}]`, reading));
  return name === 'all' ? { all: read } : { any: read };
}

function readLeaf(leaf: FilterLeaf, path: string, reading: Reading): PartyCondition {
  if (!leaf.field.startsWith(ownFieldPrefix)) {
    const field = leaf.field as FilterField;
    const { type } = filterFields[field];
    return { subject: field, ...readValue({ type, leaf, reading, isName: field === 'name' }) };
  }
  const own = reading.own.get(leaf.field.slice(ownFieldPrefix.length));
  if (!own) {
    reading.problems.push({ path: `${path}.field`, code: 'unknown-field', message: 'no such field' });
    return { all: [] };
  }
  const { type, column } = ownTypes[own.type];
  const values = own.options.length > 0 ? { values: own.options.map(({ key }) => key) } : {};
  const wrong = checkValue({ rule: { type, ...values }, op: leaf.op, value: leaf.value, path: [] });
  if (wrong.length > 0) {
    const told = wrong.map(({ path: [part], code }) => ({ path: `${path}.${part}`, code, message: code }));
    reading.problems.push(...told);
    return { all: [] };
  }
  const isMoney = own.type === 'money';
  return { subject: { fieldId: own.id, column }, ...readValue({ type, leaf, reading, isMoney }) };
}

/** How each type of own field is asked after, and where its values lie. */
const ownTypes = {
  text: { type: 'text', column: 'text' },
  link: { type: 'text', column: 'text' },
  number: { type: 'number', column: 'number' },
  money: { type: 'number', column: 'number' },
  date: { type: 'date', column: 'date' },
  choice: { type: 'choice', column: 'choices' },
  'multi-choice': { type: 'choice', column: 'choices' },
  party: { type: 'id', column: 'party' },
} as const satisfies Record<FieldRow['type'], { type: FilterType; column: string }>;

interface Read {
  readonly type: FilterType;
  readonly leaf: FilterLeaf;
  readonly reading: Reading;
  readonly isName?: boolean;
  /** Kept in minor units. */
  readonly isMoney?: boolean;
}

function readValue({ type, leaf, reading, isName = false, isMoney = false }: Read): Omit<PartyTest, 'subject'> {
  const { op, value } = leaf;
  if (op === 'empty' || op === 'filled') return { op };
  if (type === 'instant' || type === 'date') return readDays(op, value as string | number, type, reading);
  if (type === 'hundred') return { op: asKept(op), value: (value as number) / 100 };
  if (type === 'number') return { op: asKept(op), value: (value as number) * (isMoney ? 100 : 1) };
  if (type === 'text' || type === 'has') {
    const text = String(value).trim();
    if (isName) return { op: asKept(op), value: normaliseText(text) };
    return { op: asKept(op), value: type === 'has' ? plainIdentity(text) : text.toLowerCase() };
  }
  return { op: asKept(op), value: value as readonly string[] };
}

/** A phone is looked for by its digits, without what a country or a trunk put in front of them. */
function plainIdentity(text: string): string {
  return /^[+\d][\d\s().-]*$/.test(text) ? text.replace(/\D/g, '').replace(/^0+/, '') : text.toLowerCase();
}

function readDays(
  op: FilterOp,
  value: string | number,
  type: 'instant' | 'date',
  { today, timeZone }: Reading,
): Omit<PartyTest, 'subject'> {
  // A date is the same everywhere; an instant falls on a day of the firm.
  const startOf = (day: number) =>
    new Date(type === 'date' ? day * 86_400_000 : startOfDayMs(day, timeZone)).toISOString();
  if (typeof value === 'string') {
    const day = Date.parse(`${value}T00:00:00Z`) / 86_400_000;
    return op === 'before' ? { op: 'before', value: startOf(day) } : { op: 'after', value: startOf(day + 1) };
  }
  if (op === 'older') return { op: 'before', value: startOf(today - value) };
  if (op === 'within') return { op: 'between', value: [startOf(today - value), startOf(today + 1)] };
  return { op: 'between', value: [startOf(today), startOf(today + value + 1)] };
}

function asKept(op: FilterOp): PartyTest['op'] {
  if (op === 'older' || op === 'within' || op === 'coming') throw new Error(`${op} is asked of days alone`);
  return op;
}
