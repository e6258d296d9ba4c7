/** What a user is told of, and in which ways. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, id, instant, line, page, pageQuery } from './values.ts';

export const notificationKind = z.enum([
  'mention',
  'task-due',
  'task-assigned',
  'promise-due',
  'keep-in-touch',
  'import-done',
  'import-failed',
  'connection-trouble',
  'connection-quiet',
  'mail-trouble',
  'what-if-asked',
  'report-answered',
]);

export const notification = z.object({
  id,
  kind: notificationKind,
  party: z.object({ id, name: z.string() }).nullable(),
  by: z.object({ id, name: z.string() }).nullable(),
  record: z.object({
    noun: z.enum(['note', 'task', 'promise', 'party', 'import', 'connection', 'outbox-mail', 'what-if-run', 'report']),
    id,
  }),
  /** The task, the promise, the file it is about. */
  about: z.string().nullable(),
  at: instant,
  readAt: instant.nullable(),
});
export type Notification = z.infer<typeof notification>;

export const notificationWays = z.object({
  kind: notificationKind,
  inApp: z.boolean(),
  push: z.boolean(),
  mail: z.boolean(),
});
export type NotificationWays = z.infer<typeof notificationWays>;

const settings = z.object({
  kinds: z.array(notificationWays),
  /** False where this house was given no way to send mail. */
  canMail: z.boolean(),
  /** For the browser that subscribes. */
  pushKey: z.string(),
  browsers: z.array(z.object({ id, name: z.string().nullable(), createdAt: instant })),
});
export type NotificationSettings = z.infer<typeof settings>;

const keyText = z
  .string()
  .min(8)
  .max(200)
  .regex(/^[\w-]+=*$/);

export const notifications = {
  list: endpoint({
    method: 'GET',
    path: '/notifications',
    summary: 'What you were told of, latest first',
    tag: 'notifications',
    query: { ...pageQuery, unread: z.enum(['true']).optional() },
    output: page(notification),
  }),
  count: endpoint({
    method: 'GET',
    path: '/notifications/count',
    summary: 'How many are unread (99 at most)',
    tag: 'notifications',
    output: z.object({ unread: z.int() }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/notifications/{notificationId}',
    summary: 'One that is unread, also where it is told by another way alone',
    tag: 'notifications',
    params: { notificationId: id },
    output: notification,
  }),
  read: endpoint({
    method: 'POST',
    path: '/notifications/{notificationId}/reading',
    summary: 'Read, or not yet',
    tag: 'notifications',
    params: { notificationId: id },
    body: { isRead: z.boolean() },
    output: done,
  }),
  readAll: endpoint({
    method: 'POST',
    path: '/notifications/reading',
    summary: 'All of them read',
    tag: 'notifications',
    output: done,
  }),
  settings: endpoint({
    method: 'GET',
    path: '/notification-settings',
    summary: 'Per kind: in the app, by push in the browser, in the daily mail',
    tag: 'notifications',
    output: settings,
  }),
  set: endpoint({
    method: 'PATCH',
    path: '/notification-settings',
    summary: 'Change how you are told of one kind',
    tag: 'notifications',
    body: {
      kind: notificationKind,
      inApp: z.boolean().optional(),
      push: z.boolean().optional(),
      mail: z.boolean().optional(),
    },
    output: settings,
  }),
  subscribe: endpoint({
    method: 'POST',
    path: '/push-subscriptions',
    summary: 'Tell this browser too',
    tag: 'notifications',
    body: {
      endpoint: z.url({ protocol: /^https?$/ }).max(1000),
      p256dh: keyText,
      auth: keyText,
      name: line(100).nullable(),
    },
    output: settings,
  }),
  unsubscribe: endpoint({
    method: 'DELETE',
    path: '/push-subscriptions/{subscriptionId}',
    summary: 'Tell this browser no more',
    tag: 'notifications',
    params: { subscriptionId: id },
    output: done,
  }),
};
