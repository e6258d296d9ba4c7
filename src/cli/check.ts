/** `hecht check`: does it come true? The same figures as the page "Klopt het?". */
import { parseArgs } from 'node:util';
import type { CheckOutcome } from '#contract/check.ts';
import { getCheck } from '#services/check/get-check.ts';
import { runCheck } from '#services/check/run-check.ts';
import { systemActor } from '#services/context.ts';
import type { Command } from './command.ts';

export const check: Command = {
  name: 'check',
  usage: 'check [--again] [--json]',
  summary: 'Hold what Hecht would have said in the past against what happened',
  help: [
    'Prints the latest check, as the page in the browser shows it; runs one first where there is none.',
    '--again  run it now; it becomes the latest, there too',
    '--json   everything, as the API answers it',
  ],
  async run({ contextFor, say, signal }, args) {
    const flag = { type: 'boolean', default: false } as const;
    const { values } = parseArgs({ args: [...args], options: { again: flag, json: flag } });
    const ctx = contextFor(systemActor);
    if (values.again || !(await getCheck(ctx)).latest) await runCheck(ctx, { signal });
    const found = await getCheck(ctx);
    if (values.json) say(JSON.stringify(found, null, 2));
    else if (found.latest) for (const line of tell(found.latest.outcome, found.latest.at)) say(line);
  },
};

const percent = (share: number | null) => (share === null ? '-' : `${Math.round(share * 100)} %`);
const decimals = (share: number | null) => (share === null ? 'not enough history yet' : share.toFixed(3));
const words = { none: 'on time', quiet: 'growing quiet', gone: 'probably gone' };

function tell(outcome: CheckOutcome, at: string): string[] {
  const { continuation, alarm, status, openness, ties, tiesOf, cuts } = outcome;
  const bins = (continuation.calibration?.bins ?? []).filter(({ count }) => count > 0);
  return [
    `Checked ${at}, ${ties} of ${tiesOf} ties at ${cuts.length} moments, each with only what came before it.`,
    '',
    `Goes on within four weeks  n ${continuation.count}, did ${continuation.happened}, AUC ${decimals(continuation.auc)}, Brier ${decimals(continuation.calibration?.brier ?? null)} (always the mean: ${decimals(continuation.calibration?.brierOfRate ?? null)})`,
    ...bins.map(({ expected, observed, count }) => `  said ${percent(expected)}  did ${percent(observed)}  n ${count}`),
    '',
    `Alarms about silence  n ${alarm.count}, AUC ${decimals(alarm.auc)}`,
    ...alarm.rows.map(({ said, happened, count }) => `  ${words[said]}: ${happened} of ${count} stayed silent`),
    '',
    `Level of the relationship  n ${status.count}, AUC ${decimals(status.auc)}`,
    ...status.rows.map(
      ({ said, happened, count }) => `  ${said}: ${happened} of ${count} had contact in the quarter after`,
    ),
    '',
    `Complaints told about: ${openness.told.stayed} of ${openness.told.count} stayed; closed silently: ${openness.silent.stayed} of ${openness.silent.count}${openness.isSure ? '' : '; too few to be sure'}`,
  ];
}
