/** What a chosen column says of a relation. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Field } from '#contract/fields.ts';
import type { PartyRow } from '#contract/party-rows.ts';
import { listQueries } from '../../api/list-queries.ts';
import { writeMoney } from '../../ui/money.ts';
import { useSpoken } from '../../ui/words.tsx';
import { ownField } from './columns.ts';

const editable = ['role', 'wish', 'jobTitle', 'tags'];

/** A party named in a field is chosen on its own page; everything else is changed where it stands. */
export function isEditable(name: string, row: PartyRow): boolean {
  if (name === 'jobTitle') return row.kind === 'person';
  if (name === 'role') return !row.isPrivate;
  return editable.includes(name) || name.startsWith(ownField);
}

export type SayCell = (name: string, row: PartyRow) => string;
const noFields: readonly Field[] = [];

/** Made once for a whole table: it stays the same as long as the words and the own fields do. */
export function useSayCell(): SayCell {
  const { words, formats } = useSpoken();
  const own = useQuery(listQueries.fields()).data?.items ?? noFields;
  return useCallback(
    (name: string, row: PartyRow) => sayCell({ words, formats, own, name, row }),
    [words, formats, own],
  );
}

type Spoken = Pick<ReturnType<typeof useSpoken>, 'words' | 'formats'>;

interface Said extends Spoken {
  readonly own: readonly Field[];
  readonly name: string;
  readonly row: PartyRow;
}

function sayCell({ words, formats, own, name, row }: Said): string {
  if (name === 'role') return row.roles.map((role) => words.relations.roles[role]).join(', ');
  if (name === 'wish') return row.contactWish ? words.relations.wishes[row.contactWish] : '';
  const value = row.cells?.[name] ?? null;
  if (value === null) return '';
  if (name === 'createdAt') return formats.shortDate(String(value), Date.now());
  if (name === 'birthday') return sayBirthday(String(value), formats);
  if (name === 'foundation' && Array.isArray(value))
    return formats.list(value.map((one) => words.lists.foundations[one] ?? one));
  const field = own.find(({ key }) => `${ownField}${key}` === name);
  if (typeof value === 'object' && 'amountMinor' in value) return writeMoney(value, formats);
  if (field?.type === 'date') return formats.date(`${value}T12:00:00Z`);
  if (typeof value === 'number') return formats.number(value, 3);
  if (!Array.isArray(value)) return value;
  const labels = new Map(field?.options.map(({ key, label }) => [key, label]));
  return value.map((one) => labels.get(one) ?? one).join(', ');
}

function sayBirthday(value: string, formats: ReturnType<typeof useSpoken>['formats']): string {
  const [, year, month, day] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (!month || !day) return value;
  if (year !== '-') return formats.date(`${value}T12:00:00Z`);
  const at = Date.UTC(2024, Number(month) - 1, Number(day), 12);
  return formats.shortDate(at, at);
}
