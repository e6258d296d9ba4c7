/** To make a relation firmer: a goal, who comes along, steps with a day, and what it does. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, done, id, instant, line, page, pageQuery, share } from './values.ts';

const named = z.object({ id, name: z.string() });

export const planStep = z.object({
  taskId: id,
  title: z.string(),
  assignee: named,
  dueOn: calendarDate.nullable(),
  doneAt: instant.nullable(),
});

export const planStand = z.object({
  dependency: share.nullable().describe('What would be lost if the one it hangs on were away.'),
  second: share.nullable().describe('The second-largest foundation.'),
  contacts: z.int(),
});

export const plan = z.object({
  id,
  party: named,
  goal: z.string(),
  hangsOn: named.nullable(),
  helper: named.nullable(),
  atStart: planStand,
  now: planStand,
  steps: z.array(planStep),
  dueOn: calendarDate.nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
  outcome: z.enum(['reached', 'stopped']).nullable(),
  version: z.int(),
});
export type Plan = z.infer<typeof plan>;

export const proposedPlan = z.object({
  party: named,
  hangsOn: named,
  dependency: share,
  contacts: z.int(),
  second: share,
  helpers: z
    .array(named.extend({ userId: id.nullable(), strength: share }))
    .describe('Who could come along, the nearest first.'),
});
export type ProposedPlan = z.infer<typeof proposedPlan>;

const planId = { planId: id };

export const plans = {
  list: endpoint({
    method: 'GET',
    path: '/plans',
    summary: 'Plans to make relations firmer: those that run, or those that ended',
    tag: 'plans',
    query: { ...pageQuery, partyId: id.optional(), state: z.enum(['open', 'ended']).optional() },
    output: page(plan),
  }),
  proposals: endpoint({
    method: 'GET',
    path: '/plans/proposals',
    summary: 'Relations that hang on one colleague and have no plan yet, the closest first',
    tag: 'plans',
    query: { ...pageQuery, partyId: id.optional() },
    output: page(proposedPlan),
  }),
  history: endpoint({
    method: 'GET',
    path: '/plans/{planId}/history',
    summary: 'How the dependency and the second foundation went since half a year before the plan',
    tag: 'plans',
    params: planId,
    output: z.object({
      points: z.array(z.object({ weekStart: calendarDate, dependency: share.nullable(), second: share.nullable() })),
    }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/plans',
    summary: 'Begin a plan; each step becomes a task of somebody',
    tag: 'plans',
    body: {
      partyId: id,
      goal: line(500),
      helperId: id.nullable().optional(),
      dueOn: calendarDate.nullable().optional(),
      steps: z
        .array(
          z.strictObject({ title: line(300), assigneeId: id.optional(), dueOn: calendarDate.nullable().optional() }),
        )
        .max(20)
        .optional(),
    },
    output: plan,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/plans/{planId}',
    summary: 'Change a plan, or end it; If-Match guards against overwriting a colleague',
    tag: 'plans',
    params: planId,
    body: {
      goal: line(500).optional(),
      helperId: id.nullable().optional(),
      dueOn: calendarDate.nullable().optional(),
      outcome: z.enum(['reached', 'stopped']).nullable().optional(),
    },
    output: plan,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/plans/{planId}',
    summary: 'Take a plan away; its tasks stay, it waits in the bin',
    tag: 'plans',
    params: planId,
    output: done,
  }),
};
