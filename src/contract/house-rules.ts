/** Rules of the house: if a relation does this, we do that, within so many days; and how that went. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, done, id, instant, line, page, pageQuery } from './values.ts';

export const houseTrigger = z.enum([
  'introduction',
  'first-order',
  'help',
  'gift',
  'review',
  'idea',
  'idea-delivered',
  'complaint-closed',
  'birthday',
]);
export type HouseTrigger = z.infer<typeof houseTrigger>;

const named = z.object({ id, name: z.string() });

export const houseRule = z.object({
  id,
  trigger: houseTrigger,
  /** What we do. */
  act: z.string(),
  withinDays: z.int(),
  /** Null: the colleague it happened with. */
  assignee: named.nullable(),
  sinceOn: calendarDate,
  /** Of the last year: done in time, done later or still not done, and not due yet. */
  went: z.object({ kept: z.int(), late: z.int(), open: z.int() }),
  version: z.int(),
});
export type HouseRule = z.infer<typeof houseRule>;

export const houseRuleCase = z.object({
  key: z.string(),
  party: named,
  happenedOn: calendarDate,
  dueOn: calendarDate,
  taskId: id.nullable(),
  doneAt: instant.nullable(),
  /** Null: its task was taken away. */
  outcome: z.enum(['kept', 'late', 'open']).nullable(),
});
export type HouseRuleCase = z.infer<typeof houseRuleCase>;

const houseRuleId = { houseRuleId: id };
const withinDays = z.int().min(0).max(365);

export const houseRules = {
  list: endpoint({
    method: 'GET',
    path: '/house-rules',
    summary: 'What we do when a relation does something, and how often that was in time',
    tag: 'house rules',
    output: z.object({ items: z.array(houseRule) }),
  }),
  cases: endpoint({
    method: 'GET',
    path: '/house-rules/{houseRuleId}/cases',
    summary: 'Each time a rule came up, the latest first',
    tag: 'house rules',
    params: houseRuleId,
    query: pageQuery,
    output: page(houseRuleCase),
  }),
  create: endpoint({
    method: 'POST',
    path: '/house-rules',
    summary: 'Agree on a rule; it is watched from today on',
    tag: 'house rules',
    access: 'owner',
    body: { trigger: houseTrigger, act: line(200), withinDays, assigneeId: id.nullable().optional() },
    output: houseRule,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/house-rules/{houseRuleId}',
    summary:
      'Change a rule (one that waits for something else is another rule); If-Match guards against overwriting a colleague',
    tag: 'house rules',
    access: 'owner',
    params: houseRuleId,
    body: {
      act: line(200).optional(),
      withinDays: withinDays.optional(),
      assigneeId: id.nullable().optional(),
    },
    output: houseRule,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/house-rules/{houseRuleId}',
    summary: 'No longer; tasks it made stay',
    tag: 'house rules',
    access: 'owner',
    params: houseRuleId,
    output: done,
  }),
};
