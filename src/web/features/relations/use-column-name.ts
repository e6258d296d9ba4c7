import type { Field } from '#contract/fields.ts';
import type { Words } from '#messages/en/words.ts';
import { useWords } from '../../ui/words.tsx';
import { type MoreColumn, moreColumns, ownField, type UsualColumn } from './columns.ts';

export function useColumnName(own: readonly Field[]): (name: string) => string {
  const words = useWords();
  return (name) => nameOfColumn({ words, own, name });
}

interface Named {
  readonly words: Words;
  readonly own: readonly Field[];
  readonly name: string;
}

export function nameOfColumn({ words: { relations, lists }, own, name }: Named): string {
  if (name.startsWith(ownField)) return own.find(({ key }) => `${ownField}${key}` === name)?.name ?? '';
  const isMore = (moreColumns as readonly string[]).includes(name);
  return isMore ? lists.columnsOf[name as MoreColumn] : relations.columns[name as UsualColumn];
}
