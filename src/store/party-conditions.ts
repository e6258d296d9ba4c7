/** Conditions on relations (`p`, with their figures as `f`, if any), compiled from known parts and bound parameters. */
import { type RawBuilder, sql } from 'kysely';

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
  | { readonly any: readonly PartyCondition[] }
  | PartyTest;

type Kind = 'text' | 'choice' | 'number' | 'instant' | 'months' | 'uuid';

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

/** Rows elsewhere that hang on a relation, with what is compared in them. */
const elsewhere = {
  tag: [
    'uuid',
    't.tag_id',
    'party_tags t join tags g on g.id = t.tag_id and g.deleted_at is null where t.party_id = p.id',
  ],
  group: [
    'uuid',
    'm.group_id',
    'group_members m join groups g on g.id = m.group_id and g.deleted_at is null where m.party_id = p.id',
  ],
  employer: [
    'uuid',
    'r.to_party',
    `relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
      where r.from_party = p.id and (r.until_on is null or r.until_on > current_date)`,
  ],
  mail: ['text', 'lower(i.value)', "identities i where i.party_id = p.id and i.kind = 'mail'"],
  phone: [
    'text',
    "regexp_replace(i.value, '[^0-9]', '', 'g')",
    "identities i where i.party_id = p.id and i.kind = 'phone'",
  ],
} as const satisfies Record<string, readonly [Kind, string, string]>;

export type PartySubject = keyof typeof columns | keyof typeof elsewhere | 'role';

const ownColumns = {
  text: ['text', 'lower(left(v.text_value, 200))'],
  number: ['number', 'v.number_value'],
  date: ['instant', 'v.date_value'],
  choices: ['choice', 'v.choices'],
  party: ['uuid', 'v.party_value'],
} as const satisfies Record<OwnField['column'], readonly [Kind, string]>;

export function compileCondition(condition: PartyCondition): RawBuilder<unknown> {
  if ('subject' in condition) return compileTest(condition);
  const [parts, word] = 'all' in condition ? [condition.all, sql` and `] : [condition.any, sql` or `];
  if (parts.length === 0) return sql`true`;
  return sql`(${sql.join(parts.map(compileCondition), word)})`;
}

function compileTest(test: PartyTest): RawBuilder<unknown> {
  const { subject, op } = test;
  // What is not so is so for everybody of whom nothing is known, too.
  if (op === 'not') return sql`(${compileTest({ ...test, op: 'is' })}) is not true`;
  if (subject === 'role') return compileRole(test);
  if (typeof subject === 'object') {
    const [kind, expression] = ownColumns[subject.column];
    const from = sql`field_values v where v.field_id = ${subject.fieldId}::uuid and v.party_id = p.id`;
    const isList = subject.column === 'choices';
    return compileElsewhere({ from, op, found: compare({ kind, expression, test, isList }) });
  }
  if (subject in elsewhere) {
    const [kind, expression, from] = elsewhere[subject as keyof typeof elsewhere];
    return compileElsewhere({ from: sql.raw(from), op, found: compare({ kind, expression, test }) });
  }
  const [kind, expression] = columns[subject as keyof typeof columns];
  if (op === 'empty') return sql`(${sql.raw(expression)}) is null`;
  if (op === 'filled') return sql`(${sql.raw(expression)}) is not null`;
  return compare({ kind, expression, test });
}

function compileRole({ op, value }: PartyTest): RawBuilder<unknown> {
  if (op === 'empty') return sql`p.roles = '{}'`;
  if (op === 'filled') return sql`p.roles <> '{}'`;
  return sql`p.roles && ${value}::text[]`;
}

function compileElsewhere(parts: {
  from: RawBuilder<unknown>;
  op: Op;
  found: RawBuilder<unknown>;
}): RawBuilder<unknown> {
  if (parts.op === 'empty') return sql`not exists (select from ${parts.from})`;
  if (parts.op === 'filled') return sql`exists (select from ${parts.from})`;
  return sql`exists (select from ${parts.from} and ${parts.found})`;
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
