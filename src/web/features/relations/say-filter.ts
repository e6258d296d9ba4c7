/** A condition in words: "Laatste contact langer dan 30 dagen geleden". */
import { useQuery } from '@tanstack/react-query';
import type { Field } from '#contract/fields.ts';
import {
  type FilterField,
  type FilterLeaf,
  type FilterTree,
  type FilterType,
  filterFields,
  ownFieldPrefix,
} from '#contract/party-filter.ts';
import type { Formats } from '#messages/formats.ts';
import { listQueries } from '../../api/list-queries.ts';
import { queries } from '../../api/queries.ts';
import { standingQueries } from '../../api/standing-queries.ts';
import { useSpoken } from '../../ui/words.tsx';

type Spoken = ReturnType<typeof useSpoken>;
export type Names = ReadonlyMap<string, string>;

export function fieldName(field: string, words: Spoken['words'], own: readonly Field[]): string {
  if (!field.startsWith(ownFieldPrefix)) return words.lists.fields[field as FilterField] ?? field;
  return own.find(({ key }) => `${ownFieldPrefix}${key}` === field)?.name ?? field.slice(ownFieldPrefix.length);
}

const ownTypes: Record<Field['type'], FilterType> = {
  text: 'text',
  link: 'text',
  number: 'number',
  money: 'number',
  date: 'date',
  choice: 'choice',
  'multi-choice': 'choice',
  party: 'id',
};

export function typeOfField(field: string, own: readonly Field[]): FilterType {
  if (!field.startsWith(ownFieldPrefix)) return filterFields[field as FilterField]?.type ?? 'text';
  const known = own.find(({ key }) => `${ownFieldPrefix}${key}` === field);
  return known ? ownTypes[known.type] : 'text';
}

/** What can be chosen of a field, with its words. */
export function choicesOf(field: string, { words, formats }: Spoken, own: readonly Field[]): [string, string][] {
  const { relations, bond } = words;
  if (field.startsWith(ownFieldPrefix)) {
    const known = own.find(({ key }) => `${ownFieldPrefix}${key}` === field);
    return (known?.options ?? []).map(({ key, label }) => [key, label]);
  }
  if (field === 'kind') return Object.entries(relations.kinds);
  if (field === 'role') return Object.entries(relations.roles);
  if (field === 'wish') return Object.entries(relations.wishes);
  if (field === 'status') return Object.entries(bond.statuses);
  if (field === 'alarm') return Object.entries(bond.alarms).map(([key, word]) => [key, word || bond.onTime]);
  if (field === 'weakest') return Object.entries(bond.blockTitles);
  if (field === 'carrier') return Object.entries(bond.carrierShort);
  if (field === 'foundation') return Object.entries(words.lists.foundations);
  if (field === 'oneReason') return Object.entries(words.lists.oneReason);
  if (field === 'birthdayMonth') return monthsOf(formats);
  return [];
}

function monthsOf(formats: Formats): [string, string][] {
  return Array.from({ length: 12 }, (_, at) => [String(at + 1), formats.month(Date.UTC(2026, at, 15))]);
}

/** Words for every condition, with the names of what is meant by an id; only those that it names are asked for. */
export function useSayFilter(filter: FilterTree | undefined): (part: FilterTree | FilterLeaf) => string {
  const spoken = useSpoken();
  const named = filter ? fieldsIn(filter) : [];
  const own = useQuery(listQueries.fields()).data?.items ?? [];
  const tags = useQuery({ ...listQueries.tags(), enabled: named.includes('tag') }).data?.items ?? [];
  const teams = useQuery({ ...listQueries.teams(), enabled: named.includes('group') }).data?.items ?? [];
  const users = useQuery({ ...queries.users(), enabled: named.includes('dependencyOn') }).data?.items ?? [];
  const reasons = useQuery({ ...standingQueries.kinds(), enabled: named.includes('foundation') }).data?.items ?? [];
  const names = new Map([...tags, ...teams].map(({ id, name }) => [id, name]));
  for (const user of users) if (user.partyId) names.set(user.partyId, user.name);
  for (const { key, label } of reasons) if (label !== null) names.set(key, label);
  const say = (part: FilterTree | FilterLeaf): string => {
    if (!('field' in part)) {
      const [parts, word] = 'all' in part ? [part.all, spoken.words.lists.and] : [part.any, spoken.words.lists.or];
      return parts.map(say).join(` ${word} `);
    }
    return sayLeaf(part, { spoken, own, names });
  };
  return say;
}

function fieldsIn(part: FilterTree | FilterLeaf): string[] {
  if ('field' in part) return [part.field];
  return ('all' in part ? part.all : part.any).flatMap(fieldsIn);
}

interface Knows {
  readonly spoken: Spoken;
  readonly own: readonly Field[];
  readonly names: Names;
}

function sayLeaf(leaf: FilterLeaf, { spoken, own, names }: Knows): string {
  const { words, formats } = spoken;
  const field = fieldName(leaf.field, words, own);
  const { value } = leaf;
  const choices = new Map(choicesOf(leaf.field, spoken, own));
  const word = (one: unknown) => choices.get(String(one)) ?? names.get(String(one)) ?? String(one);
  const isDay = typeof value === 'string' && (leaf.op === 'before' || leaf.op === 'after');
  const said = Array.isArray(value)
    ? value.map(word).join(` ${words.lists.or} `)
    : isDay
      ? formats.date(`${value}T12:00:00Z`)
      : typeof value === 'number'
        ? formats.number(value, 2)
        : String(value ?? '');
  return words.lists.say[leaf.op](field, said);
}
