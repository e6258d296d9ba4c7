/** The lines of the table: relations one under the other, or under the heads of their groups. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ListGroup } from '#contract/party-lists.ts';
import type { PartyRow } from '#contract/party-rows.ts';
import { api, nothing } from '../../api/client.ts';
import { chosenOf, type ListState, listQueries, orderOf, withLeaf } from '../../api/list-queries.ts';
import { leafOfGroup } from './group-leaf.ts';

export interface GroupHead {
  readonly group: ListGroup;
  readonly isFolded: boolean;
}
/** One relation may stand in two groups: its line is named after both. */
export type Line =
  | { readonly key: string; readonly head: GroupHead }
  | { readonly key: string; readonly row: PartyRow };

export function useListLines(list: ListState) {
  const plain = useInfiniteQuery({
    ...listQueries.page(list),
    placeholderData: keepPreviousData,
    enabled: list.group === undefined,
  });
  const grouped = useGroupedLines(list);
  const pages = plain.data?.pages;
  const [rows, lines] = useMemo(() => {
    const items = pages?.flatMap((page) => page.items) ?? [];
    return [items, items.map((row): Line => ({ key: row.id, row }))];
  }, [pages]);
  if (list.group !== undefined) return grouped;
  return {
    lines,
    rows,
    /** What came first: another answer is another object. */
    answer: pages?.[0],
    isSuccess: plain.isSuccess,
    isPending: plain.isPending,
    hasMore: plain.hasNextPage,
    isStale: plain.isPlaceholderData,
    error: plain.error,
    retry: () => void plain.refetch(),
    fold: (_: ListGroup) => undefined,
    more: () => {
      if (plain.hasNextPage && !plain.isFetchingNextPage) void plain.fetchNextPage();
    },
  };
}

interface Place {
  readonly at: number;
  readonly cursor: string | null;
}

const keyOf = (group: ListGroup | undefined) => group?.value ?? '';

/** Groups are read one after the other, each page by page; a folded one is passed by. */
function useGroupedLines(list: ListState) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const heads = useQuery(listQueries.groups(list));
  const groups = heads.data?.items ?? [];
  const open = groups.filter((group) => !folded.has(keyOf(group)));
  const columns = list.columns ? { columns: list.columns } : {};
  const found = useInfiniteQuery({
    queryKey: ['parties', 'grouped', list.group, chosenOf(list), orderOf(list), columns, open.map(keyOf)],
    enabled: list.group !== undefined && open.length > 0,
    queryFn: async ({ pageParam, signal }) => {
      const group = open[pageParam.at];
      if (!group || !list.group) return { group: '', items: [], nextCursor: null };
      const within = withLeaf(list, leafOfGroup(list.group, group.value));
      const query = { ...chosenOf(within), ...orderOf(list), ...columns, limit: '100' };
      const cursor = pageParam.cursor ? { cursor: pageParam.cursor } : {};
      const page = await api.parties.list({ ...nothing, query: { ...query, ...cursor } }, { signal });
      return { ...page, group: keyOf(group) };
    },
    initialPageParam: { at: 0, cursor: null } as Place,
    getNextPageParam: (last, _all, place): Place | null => {
      if (last.nextCursor) return { at: place.at, cursor: last.nextCursor };
      return place.at + 1 < open.length ? { at: place.at + 1, cursor: null } : null;
    },
    placeholderData: keepPreviousData,
  });
  const pages = found.data?.pages ?? [];
  const lines: Line[] = [];
  let isBehind = false;
  for (const group of groups) {
    const value = keyOf(group);
    const isFolded = folded.has(value);
    // A head stands when what comes before it is all there.
    if (isBehind && !isFolded) break;
    lines.push({ key: `head ${value}`, head: { group, isFolded } });
    if (isFolded) continue;
    const own = pages.filter((page) => page.group === value);
    for (const row of own.flatMap(({ items }) => items)) lines.push({ key: `${value} ${row.id}`, row });
    isBehind = own.length === 0 || own.at(-1)?.nextCursor !== null;
  }
  return {
    lines,
    rows: pages.flatMap(({ items }) => items),
    answer: pages[0],
    isSuccess: heads.isSuccess && (found.isSuccess || open.length === 0),
    hasMore: found.hasNextPage,
    isPending: heads.isPending || (found.isPending && open.length > 0),
    isStale: found.isPlaceholderData,
    error: heads.error ?? found.error,
    retry: () => void Promise.all([heads.refetch(), found.refetch()]),
    fold: (group: ListGroup) =>
      setFolded((now) => {
        const next = new Set(now);
        if (!next.delete(keyOf(group))) next.add(keyOf(group));
        return next;
      }),
    more: () => {
      if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
    },
  };
}
