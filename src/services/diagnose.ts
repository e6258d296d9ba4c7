/** Is anything waiting that should not be? For `hecht doctor`. */
import { readVitals } from '#store/health.ts';
import type { Context } from './context.ts';

export interface Finding {
  readonly what: string;
  readonly isWell: boolean;
  /** What to do, said only when it is not well. */
  readonly advice: string;
}

const silentMs = 120_000;
const longestStaleSeconds = 900;

export async function diagnose(ctx: Context): Promise<Finding[]> {
  const now = ctx.now();
  const vitals = await readVitals(ctx.db, { now, silentSince: new Date(now.getTime() - silentMs) });
  const megabytes = Math.round(vitals.databaseBytes / 1_048_576);
  const restart = 'Start Hecht with the role jobs; it then does what was left.';
  return [
    {
      what: `PostgreSQL ${vitals.serverVersion} answers; ${vitals.migrations} migrations, ${megabytes} MB`,
      isWell: true,
      advice: '',
    },
    {
      what: `${vitals.staleTies} ties wait to be brought up to date`,
      isWell: vitals.staleTies === 0 || (vitals.staleForSeconds ?? 0) < longestStaleSeconds,
      advice: restart,
    },
    { what: `${vitals.silentImports} imports stopped half-way`, isWell: vitals.silentImports === 0, advice: restart },
    {
      what: `${vitals.givenUpJobs} jobs were given up`,
      isWell: vitals.givenUpJobs === 0,
      advice: "Their reasons stand in the table jobs.job under the name 'given-up' and in the log.",
    },
  ];
}
