/** Does it come true: what Hecht would have said in the past, held against what happened. */
import { z } from 'zod';
import { alarms, statuses } from '#engine/reading.ts';
import { endpoint } from './endpoint.ts';
import { id, instant, share } from './values.ts';

const row = <Said extends z.ZodType>(said: Said) =>
  z.object({ said, count: z.int(), happened: z.int(), low: share, high: share });
const table = <Said extends z.ZodType>(said: Said) =>
  z.object({ count: z.int(), isEnough: z.boolean(), auc: share.nullable(), rows: z.array(row(said)) });

const calibration = z.object({
  count: z.int(),
  brier: share,
  brierOfRate: share,
  expected: share,
  observed: share,
  meanGap: share,
  bins: z.array(
    z.object({ from: share, to: share, count: z.int(), expected: share.nullable(), observed: share.nullable() }),
  ),
});

/** What became of those of whom complaints were told what was done, or closed without a word. */
const openness = z.object({
  told: z.object({ count: z.int(), stayed: z.int() }),
  silent: z.object({ count: z.int(), stayed: z.int() }),
  /** False: the difference may be chance. */
  isSure: z.boolean(),
});

export const checkOutcome = z.object({
  /** The instants looked back from: at each, only what came before it was known. */
  cuts: z.array(instant),
  ties: z.int(),
  /** Of how many ties, where not all were looked at. */
  tiesOf: z.int(),
  continuation: z.object({
    count: z.int(),
    happened: z.int(),
    isEnough: z.boolean(),
    auc: share.nullable(),
    calibration: calibration.nullable(),
  }),
  alarm: table(z.enum(alarms)),
  status: table(z.enum(statuses)),
  openness,
});
export type CheckOutcome = z.infer<typeof checkOutcome>;

const checkRun = z.object({ id, at: instant, outcome: checkOutcome });
export type CheckRun = z.infer<typeof checkRun>;

export const checks = {
  get: endpoint({
    method: 'GET',
    path: '/check',
    summary: 'The latest check of its own predictions on the own history, and how earlier ones came out',
    tag: 'check',
    output: z.object({
      latest: checkRun.nullable(),
      /** Fewer than these say nothing: forecasts in all, and of each outcome. */
      needed: z.object({ all: z.int(), each: z.int() }),
      earlier: z.array(z.object({ at: instant, count: z.int(), auc: share.nullable(), brier: share.nullable() })),
    }),
  }),
};
