/** The numbers the model rests on, and what the firm's own log proposes for some of them. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant } from './values.ts';

const parameter = z.object({
  name: z.string(),
  value: z.number(),
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

export const parameters = {
  get: endpoint({
    method: 'GET',
    path: '/parameters',
    summary: "The model's parameters in force, with range, unit and source",
    tag: 'parameters',
    output: z.object({
      items: z.array(parameter),
      /** Since when other values than the shipped ones are in force, and by whose word; null: the shipped ones are. */
      version: z.object({ since: instant, by: z.string().nullable() }).nullable(),
    }),
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
