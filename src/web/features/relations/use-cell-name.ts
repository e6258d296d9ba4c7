import { useQuery } from '@tanstack/react-query';
import { listQueries } from '../../api/list-queries.ts';
import { useColumnName } from './use-column-name.ts';

/** What a column is called, own fields too. */
export function useCellName(): (name: string) => string {
  const { data } = useQuery(listQueries.fields());
  return useColumnName(data?.items ?? []);
}
