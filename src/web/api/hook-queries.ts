/** What the pages of webhooks read. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { HookMapping } from '#contract/hook-mapping.ts';
import { api, nothing } from './client.ts';

export const hookQueries = {
  all: () => queryOptions({ queryKey: ['hooks'], queryFn: () => api.hooks.list(nothing), staleTime: 5_000 }),
  one: (hookId: string) =>
    queryOptions({
      queryKey: ['hooks', hookId],
      queryFn: () => api.hooks.get({ ...nothing, params: { hookId } }),
    }),
  preview: ({ hookId, ...body }: { hookId: string; mapping: HookMapping; sample: string | null }) =>
    queryOptions({
      queryKey: ['hooks', hookId, 'preview', body],
      queryFn: () => api.hooks.preview({ ...nothing, params: { hookId }, body }),
      placeholderData: keepPreviousData,
    }),
  deliveries: (hookId: string) =>
    infiniteQueryOptions({
      queryKey: ['hooks', hookId, 'deliveries'],
      queryFn: ({ pageParam }) =>
        api.hooks.deliveries({ ...nothing, params: { hookId }, query: pageParam ? { cursor: pageParam } : {} }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
      // Something may come in at any moment; whoever tries it out is watching.
      refetchInterval: 4_000,
    }),
  delivery: ({ hookId, deliveryId }: { hookId: string; deliveryId: string }) =>
    queryOptions({
      queryKey: ['hooks', hookId, 'delivery', deliveryId],
      queryFn: () => api.hooks.delivery({ ...nothing, params: { hookId, deliveryId } }),
    }),
};
