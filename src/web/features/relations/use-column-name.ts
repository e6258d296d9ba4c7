import type { Field } from '#contract/fields.ts';
import { useWords } from '../../ui/words.tsx';
import { type MoreColumn, moreColumns, ownField, type UsualColumn } from './columns.ts';

export function useColumnName(own: readonly Field[]): (name: string) => string {
  const { relations, lists } = useWords();
  return (name) => {
    if (name.startsWith(ownField)) return own.find(({ key }) => `${ownField}${key}` === name)?.name ?? '';
    const isMore = (moreColumns as readonly string[]).includes(name);
    return isMore ? lists.columnsOf[name as MoreColumn] : relations.columns[name as UsualColumn];
  };
}
