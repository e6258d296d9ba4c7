/** What is read of tasks, of what one was told, and of keeping in touch. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, nothing } from './client.ts';

export interface TaskFilter {
  readonly state?: 'open' | 'done';
  readonly assigneeId?: string;
  readonly partyId?: string;
  readonly until?: string;
}

export const taskQueries = {
  list: (filter: TaskFilter) =>
    infiniteQueryOptions({
      queryKey: ['tasks', filter],
      queryFn: ({ pageParam }) =>
        api.tasks.list({ ...nothing, query: { ...filter, limit: '100', ...(pageParam ? { cursor: pageParam } : {}) } }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  keeping: (partyId: string | null) =>
    queryOptions({
      queryKey: ['keep-in-touch', partyId ?? 'mine'],
      queryFn: () => api.keepInTouch.list({ ...nothing, query: partyId === null ? {} : { partyId } }),
    }),
  notification: (notificationId: string) =>
    queryOptions({
      // By a name of its own: once read it is no longer to be had, and need not be asked for again.
      queryKey: ['notification-to-open', notificationId],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: () => api.notifications.get({ ...nothing, params: { notificationId } }),
      retry: false,
    }),
  notifications: () =>
    infiniteQueryOptions({
      queryKey: ['notifications', 'list'],
      queryFn: ({ pageParam }) => api.notifications.list({ ...nothing, query: pageParam ? { cursor: pageParam } : {} }),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),
  unread: () =>
    queryOptions({
      queryKey: ['notifications', 'count'],
      queryFn: () => api.notifications.count(nothing),
      // Seen within a minute, without asking while nobody looks.
      refetchInterval: 60_000,
      refetchOnWindowFocus: true,
    }),
  notificationSettings: () =>
    queryOptions({ queryKey: ['notification-settings'], queryFn: () => api.notifications.settings(nothing) }),
  calendarFeed: () => queryOptions({ queryKey: ['calendar-feed'], queryFn: () => api.calendarFeeds.get(nothing) }),
};
