/** A tie: two parties and everything measured between them, open to its events. */
import { z } from 'zod';
import { pressureChannels } from '#engine/tie-event.ts';
import { causeCodes } from '#engine/what-changed.ts';
import { endpoint } from './endpoint.ts';
import { blockName, blockShares, evidence, status, tieReading } from './figures.ts';
import { done, id, instant, share, text } from './values.ts';

const tieId = { tieId: id };

/** One direction's folded state, so that the browser can run the engine itself (what-if). */
const directionState = z.object({
  tauMs: z.number().nullable(),
  firstMs: z.number().nullable(),
  lastMs: z.number().nullable(),
  contactCount: z.int(),
  abilityCount: z.int(),
  benevolenceCount: z.int(),
  integrityCount: z.int(),
  traces: z.array(z.number()),
  days: z.array(z.int()),
  sources: z.array(z.int()),
});

const tieContext = z.object({
  expectations: z.array(
    z.object({
      kind: z.enum(['promise', 'answer', 'complaint']),
      owedBy: z.enum(['a', 'b']),
      dueMs: z.number(),
      settledMs: z.number().nullable(),
    }),
  ),
  faults: z.array(
    z.object({
      by: z.enum(['a', 'b']),
      atMs: z.number(),
      madeGoodMs: z.number().nullable(),
      weight: z.number(),
      facet: z.enum(['ability', 'benevolence', 'integrity']),
    }),
  ),
  corrections: z.array(
    z.object({
      block: blockName.nullable(),
      value: share.nullable(),
      mutedCode: z.string().nullable(),
      atMs: z.number(),
    }),
  ),
  closures: z.array(z.object({ fromMs: z.number(), untilMs: z.number() })),
  coveredUntilMs: z.number().nullable(),
  wish: z.enum(['gladly', 'when-needed', 'rather-not']).nullable(),
  baseRates: z.object({ ab: z.number(), ba: z.number() }).nullable(),
  personalFoundation: z.boolean(),
  ours: z.enum(['a', 'b']).nullable(),
});

export const correction = z.object({
  id,
  block: blockName.nullable(),
  value: share.nullable(),
  mutedCode: z.string().nullable(),
  note: z.string().nullable(),
  author: z.string(),
  at: instant,
});

export const tie = z.object({
  id,
  a: z.object({ id, name: z.string(), isOwn: z.boolean() }),
  b: z.object({ id, name: z.string(), isOwn: z.boolean() }),
  /** Status with hysteresis. */
  status,
  reading: tieReading,
  state: z.object({ ab: directionState, ba: directionState }),
  context: tieContext,
  /** The parameters in force, resolved, as the engine takes them. */
  parameters: z.record(z.string(), z.unknown()),
  corrections: z.array(correction),
  /** Which sources this tie was read from, and until when. */
  coverage: z.array(
    z.object({ label: z.string(), kind: z.string(), coveredUntil: instant.nullable(), isLive: z.boolean() }),
  ),
});
export type Tie = z.infer<typeof tie>;

const tieEnd = z.object({ at: instant, bond: share, level: status, ...blockShares });

/** What did it: an interaction, the lighter ones together, silence, a fault, a remedy, a promise, a word of ours. */
const tieCause = z.object({
  code: z.enum(causeCodes),
  interactionId: id.nullable(),
  at: instant.nullable(),
  channel: z.string().nullable(),
  kind: z.string().nullable(),
  subject: z.string().nullable(),
  count: z.int(),
  /** The bond now less the bond had only this not happened. */
  effect: z.number().min(-1).max(1),
  block: blockName.nullable(),
});

export const tieChange = z.object({ from: tieEnd, to: tieEnd, causes: z.array(tieCause), left: z.int() });
export type TieChange = z.infer<typeof tieChange>;

const turn = z.object({
  interactionId: id,
  at: instant,
  channel: z.string().nullable(),
  kind: z.string().nullable(),
  subject: z.string().nullable(),
});
const turns = z.object({ count: z.int(), latest: z.array(turn) });
const attentionSide = z.object({
  /** Turned to the other, answering nothing. */
  began: turns,
  answered: turns,
  /** Gave something beside it: help, advice, thanks; no purchases. */
  lookedAfter: turns,
  /** Questions and complaints that the other owed an answer, and how many of those got it. */
  asked: z.object({
    count: z.int(),
    met: z.int(),
    latest: z.array(z.object({ kind: z.enum(['answer', 'complaint']), dueAt: instant, settledAt: instant.nullable() })),
  }),
});

const unaskedOfChannel = z.object({
  channel: z.enum(pressureChannels),
  /** In 90 days, as the parameter says. */
  inForce: z.number(),
  /** How much of it there is now, about as many as in 90 days. */
  now: z.number().min(0),
  learnt: z.object({
    tries: z.int(),
    answered: z.int(),
    isEnough: z.boolean(),
    ideal: z.number(),
    low: z.number(),
    high: z.number(),
  }),
  /** Fewer say nothing: in all, and of each outcome. */
  least: z.object({ all: z.int(), each: z.int() }),
  count: z.int(),
  latest: z.array(
    turn.omit({ channel: true }).extend({ load: z.number(), remaining: share, answered: z.boolean().nullable() }),
  ),
});
/** Per channel in which something unasked was sent. */
export const partyUnasked = z.object({ channels: z.array(unaskedOfChannel) });
export type PartyUnasked = z.infer<typeof partyUnasked>;

export const tieAttention = z.object({
  since: instant,
  asOf: instant,
  /** False: of more than can be looked at, the latest. */
  isWhole: z.boolean(),
  ab: attentionSide,
  ba: attentionSide,
  /** Calls, visits and meetings, once each. */
  together: turns,
});
export type TieAttention = z.infer<typeof tieAttention>;

export const ties = {
  get: endpoint({
    method: 'GET',
    path: '/ties/{tieId}',
    summary: 'One tie with its four blocks, reasons, and all that the engine was given',
    tag: 'ties',
    params: tieId,
    output: tie,
  }),
  evidence: endpoint({
    method: 'GET',
    path: '/ties/{tieId}/evidence/{block}',
    summary: 'The events, weights and parameters behind one block, heaviest first',
    tag: 'ties',
    params: { tieId: id, block: blockName },
    output: z.object({ items: z.array(evidence), left: z.int() }),
  }),
  change: endpoint({
    method: 'GET',
    path: '/ties/{tieId}/change',
    summary: 'What changed since four weeks ago, and the events that did it, largest effect first',
    tag: 'ties',
    params: tieId,
    output: tieChange,
  }),
  attention: endpoint({
    method: 'GET',
    path: '/ties/{tieId}/attention',
    summary: 'What each side began, answered, asked and looked after in a year',
    tag: 'ties',
    params: tieId,
    output: tieAttention,
  }),
  unasked: endpoint({
    method: 'GET',
    path: '/parties/{partyId}/unasked',
    summary: 'What we sent unasked per channel, what is set as welcome, and what their own answers say of it',
    tag: 'parties',
    params: { partyId: id },
    output: partyUnasked,
  }),
  correct: endpoint({
    method: 'POST',
    path: '/ties/{tieId}/corrections',
    summary: 'Set a block by your own word, or mute a reason',
    tag: 'ties',
    params: tieId,
    body: {
      block: blockName.nullable(),
      value: share.nullable(),
      mutedCode: text(60).nullable(),
      note: text(1000).nullable(),
    },
    output: correction,
  }),
  withdraw: endpoint({
    method: 'DELETE',
    path: '/ties/{tieId}/corrections/{correctionId}',
    summary: 'Take a correction back',
    tag: 'ties',
    params: { tieId: id, correctionId: id },
    output: done,
  }),
};
