import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Field } from '#contract/fields.ts';
import { listQueries } from '../../api/list-queries.ts';
import { useWords } from '../../ui/words.tsx';
import { nameOfColumn } from './use-column-name.ts';

export type CellName = (name: string) => string;
const noFields: readonly Field[] = [];

/** What a column is called, own fields too; the same function as long as they are called the same. */
export function useCellName(): CellName {
  const { data } = useQuery(listQueries.fields());
  const words = useWords();
  const own = data?.items ?? noFields;
  return useCallback((name: string) => nameOfColumn({ words, own, name }), [words, own]);
}
