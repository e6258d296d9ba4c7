/** A calendar other programs follow, by a secret link: tasks, promises, birthdays, contact dates. The file itself is a route beside the contract. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, instant } from './values.ts';

export const calendarFeed = z.object({
  /** Null: there is no link. */
  url: z.string().nullable(),
  createdAt: instant.nullable(),
  /** When a calendar last asked for it. */
  readAt: instant.nullable(),
});

export const calendarFeeds = {
  get: endpoint({
    method: 'GET',
    path: '/calendar-feed',
    summary: 'Your own link',
    tag: 'calendar',
    output: calendarFeed,
  }),
  renew: endpoint({
    method: 'POST',
    path: '/calendar-feed',
    summary: 'Make a link; the one before stops working',
    tag: 'calendar',
    output: calendarFeed,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/calendar-feed',
    summary: 'The link stops working',
    tag: 'calendar',
    output: done,
  }),
};
