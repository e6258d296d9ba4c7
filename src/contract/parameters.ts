/** The numbers the model rests on, and what the firm's own log proposes for some of them. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { alarm, status } from './figures.ts';
import { id, instant, share } from './values.ts';

const parameter = z.object({
  name: z.string(),
  value: z.number(),
  /** As it comes with the program. */
  shipped: z.number(),
  min: z.number(),
  max: z.number(),
  unit: z.string(),
  ground: z.string(),
  /** Where the shipped value comes from; `sourceId` names it for those who word it in another language. */
  source: z.string(),
  sourceId: z.string(),
});

export const proposal = z.object({
  at: instant,
  /** How many ties with contact both ways it rests on. */
  twoSidedTies: z.int(),
  values: z.array(z.object({ name: z.string(), from: z.number(), to: z.number() })),
});
export type ParameterProposal = z.infer<typeof proposal>;

const step = <Of extends z.ZodType>(of: Of) => z.object({ from: of, to: of });
const changed = z
  .record(z.string().max(60), z.number().nullable())
  .refine((values) => Object.keys(values).length <= 100, 'too-many')
  .describe('By name; null is the shipped value. What is not named stays.');

export const parameterPreview = z.object({
  /** How many ties were looked at, of how many. */
  ties: z.int(),
  tiesOf: z.int(),
  /** Half-lives: the states of all ties are made again in the background once it is saved. */
  needsRebuild: z.boolean(),
  /** How many would stand at another whole number. */
  moved: z.int(),
  levels: z.array(step(status).extend({ count: z.int() })),
  alarms: z.array(step(alarm).extend({ count: z.int() })),
  most: z.array(
    z.object({
      party: z.object({ id, name: z.string() }),
      with: z.string(),
      bond: step(share),
      level: step(status),
    }),
  ),
});
export type ParameterPreview = z.infer<typeof parameterPreview>;

const inForce = z.object({
  items: z.array(parameter),
  /** Since when other values than the shipped ones are in force, and by whose word; null: the shipped ones are. */
  version: z.object({ since: instant, by: z.string().nullable() }).nullable(),
});

export const parameters = {
  get: endpoint({
    method: 'GET',
    path: '/parameters',
    summary: "The model's parameters in force, with range, unit and source",
    tag: 'parameters',
    output: inForce,
  }),
  preview: endpoint({
    method: 'POST',
    path: '/parameters/preview',
    summary: 'What other numbers would do to the lists: who changes level, which ten move most. Nothing is saved',
    tag: 'parameters',
    access: 'owner',
    body: { changed },
    output: parameterPreview,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/parameters',
    summary: 'Put other numbers in force as a dated version',
    tag: 'parameters',
    access: 'owner',
    body: { changed },
    output: inForce,
  }),
  proposal: endpoint({
    method: 'GET',
    path: '/parameters/proposal',
    summary: 'What the own log proposes, made once a month from 200 ties with contact both ways on',
    tag: 'parameters',
    output: z.object({ proposal: proposal.nullable() }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/parameters/proposal/decision',
    summary: 'Put the proposal in force as a dated version, or leave things as they are',
    tag: 'parameters',
    access: 'owner',
    body: { accepted: z.boolean(), at: instant.describe('That of the proposal decided on.') },
    output: z.object({ applied: z.boolean() }),
  }),
};
