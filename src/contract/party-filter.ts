/** Which relations: conditions on facts, figures and own fields, a typed tree from an allow-list. The browser reads this too: no Zod. */
import { alarms, blockNames, statuses } from '#engine/reading.ts';

export const filterOps = [
  'is',
  'not',
  'contains',
  'starts',
  'over',
  'under',
  'before',
  'after',
  /** More than so many days ago, or less; or within so many days to come. */
  'older',
  'within',
  'coming',
  'empty',
  'filled',
] as const;
export type FilterOp = (typeof filterOps)[number];

/** What kind of thing a field holds decides what can be asked of it. */
export const opsOfType = {
  text: ['contains', 'starts', 'is', 'empty', 'filled'],
  choice: ['is', 'not', 'empty', 'filled'],
  number: ['over', 'under', 'is', 'empty', 'filled'],
  /** 0-100, as it stands on the screen. */
  hundred: ['over', 'under'],
  instant: ['older', 'within', 'coming', 'before', 'after', 'empty', 'filled'],
  date: ['older', 'within', 'coming', 'before', 'after', 'empty', 'filled'],
  month: ['is', 'empty', 'filled'],
  /** Rows named by id: tags, groups, organisations, colleagues. */
  id: ['is', 'not', 'empty', 'filled'],
  has: ['empty', 'filled', 'contains'],
} as const satisfies Record<string, readonly FilterOp[]>;
export type FilterType = keyof typeof opsOfType;

interface FieldRule {
  readonly type: FilterType;
  readonly values?: readonly string[];
}

export const filterFields = {
  name: { type: 'text' },
  kind: { type: 'choice', values: ['person', 'organisation'] },
  role: { type: 'choice', values: ['customer', 'supplier', 'partner', 'colleague', 'private', 'ignore'] },
  wish: { type: 'choice', values: ['gladly', 'when-needed', 'rather-not'] },
  jobTitle: { type: 'text' },
  city: { type: 'text' },
  tag: { type: 'id' },
  group: { type: 'id' },
  employer: { type: 'id' },
  mail: { type: 'has' },
  phone: { type: 'has' },
  birthdayMonth: { type: 'month' },
  createdAt: { type: 'instant' },
  lastAt: { type: 'instant' },
  quietAt: { type: 'instant' },
  gapDays: { type: 'number' },
  contactCount: { type: 'number' },
  bond: { type: 'hundred' },
  trust: { type: 'hundred' },
  reciprocity: { type: 'hundred' },
  intensity: { type: 'hundred' },
  time: { type: 'hundred' },
  /** Change of the closeness over four weeks, in points. */
  trend: { type: 'hundred' },
  status: { type: 'choice', values: statuses },
  alarm: { type: 'choice', values: alarms },
  weakest: { type: 'choice', values: blockNames },
  /** From which side it mostly comes. */
  carrier: { type: 'choice', values: ['ours', 'theirs', 'both'] },
  /** How much of it hangs on one colleague, and on whom. */
  dependency: { type: 'hundred' },
  dependencyOn: { type: 'id' },
  /** Why they are with us, mostly: brand, price, personal, or one of the firm's own by its key. */
  foundation: { type: 'choice' },
  /** More than half of that is one reason. */
  oneReason: { type: 'choice', values: ['yes', 'no'] },
} as const satisfies Record<string, FieldRule>;
export type FilterField = keyof typeof filterFields;

/** What a list is grouped by; of own fields those with choices, as "fields.key". */
export const groupings = ['role', 'status', 'alarm', 'weakest', 'kind', 'city', 'tag', 'group', 'wish'] as const;

/** Own fields are named by their key behind this. */
export const ownFieldPrefix = 'fields.';

export interface FilterLeaf {
  readonly field: string;
  readonly op: FilterOp;
  readonly value?: unknown;
}
export type FilterTree =
  | { readonly all: readonly (FilterTree | FilterLeaf)[] }
  | { readonly any: readonly (FilterTree | FilterLeaf)[] };

export const mostDepth = 3;
const mostLeaves = 40;

interface Problem {
  readonly path: (string | number)[];
  readonly code: string;
}

/** Everything that is wrong with it, each at its place. Values of own fields are looked at where the fields are known. */
export function checkFilter(tree: unknown): Problem[] {
  const problems: Problem[] = [];
  let leaves = 0;
  const visit = (node: unknown, path: (string | number)[], depth: number): void => {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) {
      problems.push({ path, code: 'not-a-filter' });
      return;
    }
    const keys = Object.keys(node);
    const parts = 'all' in node ? node.all : 'any' in node ? node.any : undefined;
    if (parts === undefined) {
      leaves += 1;
      if (depth === 1) problems.push({ path, code: 'not-a-filter' });
      else problems.push(...checkLeaf(node, path));
      return;
    }
    const [name = ''] = keys;
    if (keys.length > 1)
      problems.push({ path: [...path, keys.find((key) => key !== name) ?? ''], code: 'unknown-key' });
    else if (!Array.isArray(parts)) problems.push({ path: [...path, name], code: 'not-a-list' });
    else if (depth > mostDepth) problems.push({ path, code: 'too-deep' });
    else for (const [at, part] of parts.entries()) visit(part, [...path, name, at], depth + 1);
  };
  visit(tree, [], 1);
  if (leaves > mostLeaves) problems.push({ path: [], code: 'too-many-conditions' });
  return problems.slice(0, 20);
}

function checkLeaf(node: object, path: (string | number)[]): Problem[] {
  const unknown = Object.keys(node).find((key) => !['field', 'op', 'value'].includes(key));
  if (unknown !== undefined) return [{ path: [...path, unknown], code: 'unknown-key' }];
  const { field, op, value } = node as { field?: unknown; op?: unknown; value?: unknown };
  if (typeof field !== 'string') return [{ path: [...path, 'field'], code: 'unknown-field' }];
  if (!filterOps.includes(op as FilterOp)) return [{ path: [...path, 'op'], code: 'unknown-op' }];
  if (field.startsWith(ownFieldPrefix)) return [];
  if (!Object.hasOwn(filterFields, field)) return [{ path: [...path, 'field'], code: 'unknown-field' }];
  return checkValue({ rule: filterFields[field as FilterField], op: op as FilterOp, value, path });
}

interface Asked {
  readonly rule: FieldRule;
  readonly op: FilterOp;
  readonly value: unknown;
  readonly path: (string | number)[];
}

export function checkValue({ rule, op, value, path }: Asked): Problem[] {
  const ops: readonly FilterOp[] = opsOfType[rule.type];
  if (!ops.includes(op)) return [{ path: [...path, 'op'], code: 'unknown-op' }];
  return isFit(rule, op, value) ? [] : [{ path: [...path, 'value'], code: 'wrong-value' }];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const nul = String.fromCharCode(0);

function isFit({ type, values }: FieldRule, op: FilterOp, value: unknown): boolean {
  if (op === 'empty' || op === 'filled') return value === undefined;
  if (op === 'older' || op === 'within' || op === 'coming') return isWhole(value, 0, 36_500);
  if (op === 'before' || op === 'after') return isDay(value);
  if (type === 'month') return isListOf(value, (part) => isWhole(part, 1, 12));
  if (type === 'id') return isListOf(value, (part) => typeof part === 'string' && uuid.test(part));
  if (type === 'choice') return isListOf(value, (part) => isText(part) && (values?.includes(part) ?? true));
  if (type === 'hundred') return typeof value === 'number' && value >= -100 && value <= 100;
  if (type === 'number') return typeof value === 'number' && Math.abs(value) <= 1e15;
  return isText(value);
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) && at.getUTCFullYear() >= 1;
}

function isText(value: unknown): value is string {
  const fits = typeof value === 'string' && value.trim() !== '' && value.length <= 200;
  return fits && value.isWellFormed() && !value.includes(nul);
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function isListOf(value: unknown, fits: (part: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.length <= 50 && value.every(fits);
}
