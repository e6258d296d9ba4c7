/** A tie as read by the engine, on the wire. */
import { z } from 'zod';
import type { TieReading } from '#engine/reading.ts';
import { alarms, blockNames, statuses } from '#engine/reading.ts';
import { trustFacets } from '#engine/tie-event.ts';
import { id, instant, share } from './values.ts';

export const blockName = z.enum(blockNames);
export const status = z.enum(statuses);
export const alarm = z.enum(alarms);
export const knowledge = z.enum(['known', 'assumed', 'unknown']);
export const silencedBy = z.enum(['coverage', 'closure', 'wish', 'too-few', 'muted']).nullable();

/** What a row of a list shows of a tie: enough for the glyph. */
export const figures = z.object({
  bond: share,
  trust: share,
  reciprocity: share,
  intensity: share,
  time: share,
  knowledge: z.object({ trust: knowledge, reciprocity: knowledge, intensity: knowledge, time: knowledge }),
  weakest: blockName.nullable(),
  status,
  alarm,
  alarmSilencedBy: silencedBy,
  potential: share,
  givingOurs: share,
  givingTheirs: share,
  pressure: z.number().min(0),
  gapDays: z.number().nullable(),
  lastAt: instant.nullable(),
  quietAt: instant.nullable(),
  goneAt: instant.nullable(),
  /** Change of the bond over four weeks, -1..1. */
  trend: z.number(),
  /** Twelve months of closeness, 0-100, oldest first. */
  sparkline: z.array(z.number()),
  asOf: instant,
});
export type Figures = z.infer<typeof figures>;

const direction = z.enum(['ab', 'ba']);
const bothWays = z.object({ ab: z.number(), ba: z.number() });

export const reason = z.object({
  code: z.string(),
  block: z.enum([...blockNames, 'bond', 'rhythm', 'pressure']),
  direction: direction.nullable(),
  numbers: z.record(z.string(), z.number()),
  muted: z.boolean(),
});

export const block = z.object({
  value: share,
  knowledge,
  uncertainty: share,
  low: share,
  high: share,
  marginalGain: z.number().min(0),
  corrected: z.boolean(),
  computed: share,
  reasons: z.array(reason),
});

export const tieReading = z.object({
  asOfMs: z.number(),
  trust: block,
  reciprocity: block,
  intensity: block,
  time: block,
  bond: share,
  used: z.object({ trust: share, reciprocity: share, intensity: share, time: share }),
  weakest: blockName.nullable(),
  potential: share,
  contactFigure: share,
  level: status,
  rhythm: z.object({
    gapDays: z.number(),
    knownGaps: z.number(),
    silenceDays: z.number(),
    quietAfterDays: z.number(),
    goneAfterDays: z.number(),
    quietAtMs: z.number().nullable(),
    goneAtMs: z.number().nullable(),
  }),
  alarm,
  alarmSilencedBy: silencedBy,
  pressure: z.number().min(0),
  contact: bothWays,
  benefit: bothWays,
  giving: bothWays,
  trustWays: bothWays,
  balance: z.number(),
  facets: z.array(z.object({ facet: z.enum(trustFacets), value: share, items: z.number() })),
  reasons: z.array(reason),
}) satisfies z.ZodType<TieReading>;

export const blockShares = { trust: share, reciprocity: share, intensity: share, time: share };

/** The weeks of a year line: S and blocks, 0-1. */
export const historyPoint = z.object({
  weekStart: z.iso.date(),
  bond: share,
  trust: share,
  reciprocity: share,
  intensity: share,
  time: share,
});

/** One event behind a block: what weighs, how much, how much is left of it. */
export const evidence = z.object({
  interactionId: id.nullable(),
  at: instant,
  code: z.string(),
  channel: z.string().nullable(),
  /** What it was and what it was about, as far as the reader may know. */
  kind: z.string().nullable(),
  subject: z.string().nullable(),
  direction,
  weight: z.number(),
  ageDays: z.number(),
  halfLifeDays: z.number().nullable(),
  /** What is left of it now, and its share of the whole. */
  remaining: z.number(),
  share,
});
