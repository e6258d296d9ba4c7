/** Conditions on relations (`p`, with their figures as `f`, if any), compiled from known parts and bound parameters. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { planEachTime } from './named-client.ts';
import { type Elsewhere, elsewhere, type ConditionKind as Kind } from './party-elsewhere.ts';

type Op = 'is' | 'not' | 'contains' | 'starts' | 'over' | 'under' | 'before' | 'after' | 'between' | 'empty' | 'filled';

/** A value of a field that people added themselves lies in the column of its type. */
interface OwnField {
  readonly fieldId: string;
  readonly column: 'text' | 'number' | 'date' | 'choices' | 'party';
}

export interface PartyTest {
  readonly subject: PartySubject | OwnField;
  readonly op: Op;
  /** As the subject is kept: normalised text, a share, instants as ISO text; lists for `is` and `not` of choices and ids. */
  readonly value?: string | number | readonly string[] | readonly number[];
}

export type PartyCondition =
  | { readonly all: readonly PartyCondition[] }
  /** Rare: so few fit that they are looked up first (weighCondition). */
  | { readonly any: readonly PartyCondition[]; readonly isRare?: boolean }
  | PartyTest;

/** One side carries a tie when it gives clearly more than the other, as the glyph's arrow has it (glyph-facts.ts). */
const carrier = `case when f.giving_ours <= 0 and f.giving_theirs <= 0 then null
  when abs(f.giving_ours - f.giving_theirs) >= 0.1 and f.giving_ours > f.giving_theirs * 1.5 then 'ours'
  when abs(f.giving_ours - f.giving_theirs) >= 0.1 and f.giving_theirs > f.giving_ours * 1.5 then 'theirs'
  when f.party_id is not null then 'both' end`;

const columns = {
  name: ['text', 'p.sort_name'],
  jobTitle: ['text', 'lower(p.job_title)'],
  city: ['text', 'lower(p.city)'],
  kind: ['choice', 'p.kind'],
  wish: ['choice', 'p.contact_wish'],
  birthdayMonth: ['months', "substring(p.birthday from '^(?:[0-9]{4}|-)-([0-9]{2})-')::int"],
  createdAt: ['instant', 'p.created_at'],
  lastAt: ['instant', 'f.last_at'],
  quietAt: ['instant', 'f.quiet_at'],
  gapDays: ['number', 'f.gap_days'],
  contactCount: ['number', 'f.contact_count'],
  bond: ['number', 'f.bond'],
  trust: ['number', 'f.trust'],
  reciprocity: ['number', 'f.reciprocity'],
  intensity: ['number', 'f.intensity'],
  time: ['number', 'f.time'],
  trend: ['number', 'f.trend'],
  dependency: ['number', 'f.dependency'],
  status: ['choice', 'f.status'],
  alarm: ['choice', 'f.alarm'],
  weakest: ['choice', 'f.weakest'],
  carrier: ['choice', carrier],
  dependencyOn: ['uuid', 'f.dependency_on'],
} as const satisfies Record<string, readonly [Kind, string]>;

export type PartySubject = keyof typeof columns | keyof typeof elsewhere | 'role';

const ownColumns = {
  text: ['text', 'lower(left(v.text_value, 200))'],
  number: ['number', 'v.number_value'],
  date: ['instant', 'v.date_value'],
  choices: ['choice', 'v.choices'],
  party: ['uuid', 'v.party_value'],
} as const satisfies Record<OwnField['column'], readonly [Kind, string]>;

/** How many fit decides how they are best found: it is planned for its values every time. */
export function compileCondition(condition: PartyCondition): RawBuilder<unknown> {
  return sql`${sql.raw(planEachTime)} ${compileNode(condition)}`;
}

function compileNode(condition: PartyCondition): RawBuilder<unknown> {
  if ('subject' in condition) return compileTest(condition);
  const [parts, word] = 'all' in condition ? [condition.all, sql` and `] : [condition.any, sql` or `];
  if (parts.length === 0) return sql`true`;
  const set = 'any' in condition && condition.isRare ? selectParties(condition) : null;
  if (set) return sql`p.id in (${set})`;
  return sql`(${sql.join(parts.map(compileNode), word)})`;
}

/** More than these are not looked up first: the list itself soon comes across enough that fit. */
const mostRare = 2_000;

/**
 * An "or" over rows elsewhere reads no index by itself: each relation of the list is asked in turn, all of them when hardly
 * anybody fits. How few do is found out beforehand, which is quick, for it stops at some.
 */
export async function weighCondition(db: Db, condition: PartyCondition): Promise<PartyCondition> {
  const sets: RawBuilder<unknown>[] = [];
  const gather = (node: PartyCondition): void => {
    if ('subject' in node) return;
    const set = 'any' in node ? selectParties(node) : null;
    if (set) sets.push(set);
    else for (const part of 'all' in node ? node.all : node.any) gather(part);
  };
  gather(condition);
  if (sets.length === 0) return condition;
  const counts = sets.map((set) => sql`(select count(*) from (${set} limit ${mostRare + 1}) s) <= ${mostRare}`);
  const { rows } = await sql<{ rare: boolean[] }>`
    select ${sql.raw(planEachTime)} array[${sql.join(counts)}] as rare`.execute(db);
  const rare = [...(rows[0]?.rare ?? [])];
  const mark = (node: PartyCondition): PartyCondition => {
    if ('subject' in node) return node;
    if ('all' in node) return { all: node.all.map(mark) };
    return selectParties(node) ? { any: node.any, isRare: rare.shift() === true } : { any: node.any.map(mark) };
  };
  return mark(condition);
}

/** The ids of all relations that fit, where that can be said by rows elsewhere alone. */
function selectParties(node: PartyCondition): RawBuilder<unknown> | null {
  if ('subject' in node) return selectOfTest(node);
  const [parts, word] = 'all' in node ? [node.all, sql` intersect `] : [node.any, sql` union all `];
  const sets = parts.map(selectParties).filter((set) => set !== null);
  if (sets.length === 0 || sets.length < parts.length) return null;
  return sql.join(
    sets.map((set) => sql`(${set})`),
    word,
  );
}

function compileTest(test: PartyTest): RawBuilder<unknown> {
  const { subject, op } = test;
  // What is not so is so for everybody of whom nothing is known, too.
  if (op === 'not') return sql`(${compileTest({ ...test, op: 'is' })}) is not true`;
  if (subject === 'role') return compileRole(test);
  const rows = rowsOf(test);
  if (rows) return compileElsewhere(rows, op);
  const [kind, expression] = columns[subject as keyof typeof columns];
  if (op === 'empty') return sql`(${sql.raw(expression)}) is null`;
  if (op === 'filled') return sql`(${sql.raw(expression)}) is not null`;
  return compare({ kind, expression, test });
}

interface Rows {
  readonly party: string;
  readonly from: RawBuilder<unknown>;
  readonly found: () => RawBuilder<unknown>;
}

function rowsOf(test: PartyTest): Rows | null {
  const { subject } = test;
  if (typeof subject === 'object') {
    const [kind, expression] = ownColumns[subject.column];
    const from = sql`field_values v where v.field_id = ${subject.fieldId}::uuid`;
    const isList = subject.column === 'choices';
    return { party: 'v.party_id', from, found: () => compare({ kind, expression, test, isList }) };
  }
  if (!(subject in elsewhere)) return null;
  const known: Elsewhere = elsewhere[subject as keyof typeof elsewhere];
  const { kind, expression, party, from, isList = false } = known;
  return { party, from: sql.raw(from), found: () => compare({ kind, expression, test, isList }) };
}

function compileElsewhere({ from, party, found }: Rows, op: Op): RawBuilder<unknown> {
  const own = sql`select from ${from} and ${sql.raw(party)} = p.id`;
  if (op === 'empty') return sql`not exists (${own})`;
  return op === 'filled' ? sql`exists (${own})` : sql`exists (${own} and ${found()})`;
}

function selectOfTest(test: PartyTest): RawBuilder<unknown> | null {
  const rows = test.op === 'not' || test.op === 'empty' ? null : rowsOf(test);
  if (!rows) return null;
  const found = test.op === 'filled' ? sql`` : sql`and ${rows.found()}`;
  return sql`select ${sql.raw(rows.party)} from ${rows.from} ${found}`;
}

function compileRole({ op, value }: PartyTest): RawBuilder<unknown> {
  if (op === 'empty') return sql`p.roles = '{}'`;
  if (op === 'filled') return sql`p.roles <> '{}'`;
  return sql`p.roles && ${value}::text[]`;
}

interface Compared {
  readonly kind: Kind;
  readonly expression: string;
  readonly test: PartyTest;
  readonly isList?: boolean;
}

function compare({ kind, expression, test, isList = false }: Compared): RawBuilder<unknown> {
  const left = sql.raw(`(${expression})`);
  const { op, value } = test;
  if (kind === 'text') return compareText(left, op, String(value ?? ''));
  if (kind === 'number' && op === 'is') return sql`${left} = ${value}::float8`;
  if (kind === 'number') return sql`${left} ${sql.raw(op === 'over' ? '>' : '<')} ${value}::float8`;
  if (kind === 'instant') return compareInstant(left, op, value);
  if (kind === 'months') return sql`${left} = any(${value}::int[])`;
  if (kind === 'uuid') return sql`${left} = any(${value}::uuid[])`;
  return isList ? sql`${left} && ${value}::text[]` : sql`${left} = any(${value}::text[])`;
}

function compareText(left: RawBuilder<unknown>, op: Op, value: string): RawBuilder<unknown> {
  if (op === 'is') return sql`${left} = ${value}`;
  const plain = value.replace(/[\\%_]/g, '\\$&');
  return sql`${left} like ${op === 'starts' ? `${plain}%` : `%${plain}%`}`;
}

function compareInstant(left: RawBuilder<unknown>, op: Op, value: PartyTest['value']): RawBuilder<unknown> {
  if (op === 'before') return sql`${left} < ${value}::timestamptz`;
  if (op === 'after') return sql`${left} >= ${value}::timestamptz`;
  const [from, until] = value as readonly string[];
  return sql`${left} >= ${from}::timestamptz and ${left} < ${until}::timestamptz`;
}
