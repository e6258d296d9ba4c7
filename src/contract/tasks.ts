/** Tasks: what a colleague still has to do, with or without a relation and a day. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, done, id, instant, line, page, pageQuery, text } from './values.ts';

/** On the firm's clock. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const repeat = z.strictObject({
  every: z.int().min(1).max(365),
  unit: z.enum(['day', 'week', 'month', 'year']),
  /** Counted from the day it was due, or from the day it was done. */
  from: z.enum(['due', 'done']),
});
export type Repeat = z.infer<typeof repeat>;

export const taskGroup = z.enum(['overdue', 'today', 'this-week', 'later', 'someday', 'done']);
export type TaskGroup = z.infer<typeof taskGroup>;

const colleague = z.object({ id, name: z.string() });

export const task = z.object({
  id,
  title: z.string(),
  note: z.string().nullable(),
  party: z.object({ id, name: z.string() }).nullable(),
  assignee: colleague,
  createdBy: colleague.nullable(),
  dueOn: calendarDate.nullable(),
  dueTime: clockTime.nullable(),
  snoozedUntil: instant.nullable(),
  repeat: repeat.nullable(),
  doneAt: instant.nullable(),
  doneBy: colleague.nullable(),
  /** By today's day at the firm. */
  group: taskGroup,
  version: z.int(),
  createdAt: instant,
});
export type Task = z.infer<typeof task>;

const alsoChanged = z
  .array(z.object({ by: z.string().nullable(), at: instant, fields: z.array(z.string()) }))
  .describe('What others changed meanwhile, in other fields.');

const fields = {
  note: text(4000).nullable().optional(),
  partyId: id.nullable().optional(),
  assigneeId: id.optional(),
  dueOn: calendarDate.nullable().optional(),
  dueTime: clockTime.nullable().optional(),
  repeat: repeat.nullable().optional(),
};

const taskId = { taskId: id };

export const tasks = {
  list: endpoint({
    method: 'GET',
    path: '/tasks',
    summary: 'Tasks: the open ones by when they are due, or the done ones, latest first',
    tag: 'tasks',
    query: {
      ...pageQuery,
      state: z.enum(['open', 'done']).optional(),
      assigneeId: id.optional(),
      partyId: id.optional(),
      /** Due on this day or before. */
      until: calendarDate.optional(),
    },
    output: page(task),
  }),
  get: endpoint({
    method: 'GET',
    path: '/tasks/{taskId}',
    summary: 'One task',
    tag: 'tasks',
    params: taskId,
    output: task,
  }),
  create: endpoint({
    method: 'POST',
    path: '/tasks',
    summary: 'Write a task down; without assigneeId it is your own',
    tag: 'tasks',
    body: { title: line(300), ...fields },
    output: task,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/tasks/{taskId}',
    summary: 'Change a task; If-Match guards against overwriting a colleague',
    tag: 'tasks',
    params: taskId,
    body: { title: line(300).optional(), ...fields },
    output: task.extend({ alsoChanged }),
  }),
  complete: endpoint({
    method: 'POST',
    path: '/tasks/{taskId}/completion',
    summary: 'Done; of one that repeats the next is made',
    tag: 'tasks',
    params: taskId,
    output: z.object({ task, next: task.nullable() }),
  }),
  reopen: endpoint({
    method: 'DELETE',
    path: '/tasks/{taskId}/completion',
    summary: 'Not done after all; the next one goes, unless somebody changed it',
    tag: 'tasks',
    params: taskId,
    output: task,
  }),
  snooze: endpoint({
    method: 'POST',
    path: '/tasks/{taskId}/snooze',
    summary: 'Put it away until then; null has it back',
    tag: 'tasks',
    params: taskId,
    body: { until: instant.nullable() },
    output: task,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/tasks/{taskId}',
    summary: 'Take a task away; it stays in the bin',
    tag: 'tasks',
    params: taskId,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/tasks/{taskId}/restoration',
    summary: 'Bring a task back from the bin',
    tag: 'tasks',
    params: taskId,
    output: task,
  }),
};
