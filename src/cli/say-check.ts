/** The check as the page "Klopt het?" prints it: its words, its figures, in its order; e2e/check.spec.ts holds them together. */
import type { CheckOutcome } from '#contract/check.ts';
import { bond as enBond } from '#messages/en/bond.ts';
import { check as en } from '#messages/en/check.ts';
import type { Formats } from '#messages/formats.ts';
import { bond as nlBond } from '#messages/nl/bond.ts';
import { check as nl } from '#messages/nl/check.ts';
import type { Check } from '#services/check/get-check.ts';

/** As on the page: fewer in a row say nothing, and closer together than this is close. */
const leastInBin = 10;
const close = 0.05;

type Words = typeof en;

interface Saying {
  readonly words: Words;
  readonly statuses: typeof enBond.statuses;
  readonly formats: Formats;
  readonly needed: Check['needed'];
}

/** What stands behind a number that opens is printed beneath it, behind a dot. */
const behind = (what: string, value: string) => `    · ${what}: ${value}`;

export function sayCheck({ latest, needed, earlier }: Check, formats: Formats): string[] {
  const isDutch = formats.locale === 'nl';
  const words: Words = isDutch ? nl : en;
  const saying = { words, statuses: (isDutch ? nlBond : enBond).statuses, formats, needed };
  if (!latest) return [words.title, words.never];
  const { outcome, at } = latest;
  const n = (count: number) => formats.number(count);
  const { ties, tiesOf, cuts } = outcome;
  return [
    words.title,
    words.when(formats.date(at), n(ties), n(cuts.length)),
    ...(ties < tiesOf ? [words.sample(n(ties), n(tiesOf))] : []),
    ...sayContinuation(outcome, saying),
    ...sayTable(saying, words.alarm, outcome.alarm, (said) => words.alarm.rows[said]),
    ...sayTable(saying, words.status, outcome.status, (said) => saying.statuses[said]),
    ...sayOpenness(outcome.openness, saying),
    ...(earlier.length > 0 ? ['', words.earlier] : []),
    ...earlier.map(
      (run) =>
        `  ${words.earlierLine(formats.dateTime(run.at), n(run.count), run.auc === null ? '–' : formats.percent(run.auc))}`,
    ),
    ...['', words.how.title, `  ${words.how.says}`],
    ...cuts.toReversed().map((cut) => behind(words.how.cuts, formats.date(cut))),
    behind(words.how.ties, n(ties)),
  ];
}

function sayContinuation({ continuation }: CheckOutcome, { words, formats, needed }: Saying): string[] {
  const said = words.continuation;
  const n = (count: number) => formats.number(count);
  const { count, happened, auc, calibration } = continuation;
  const head = ['', said.title, `  ${said.lead}`];
  if (!calibration) return [...head, `  ${words.tooFew(n(count), n(needed.all), n(needed.each))}`];
  const off = calibration.observed - calibration.expected;
  return [
    ...head,
    `  ${said.said(n(count), n(happened))} ${Math.abs(off) < close ? said.right : off > 0 ? said.low : said.high}`,
    `  ${said.ranks(formats.percent(auc ?? 0))} ${said.pairs(n(count))}`,
    `  ${said.better(formats.number(calibration.brier, 3), formats.number(calibration.brierOfRate, 3))}`,
    behind(words.how.auc, formats.number(auc ?? 0, 3)),
    behind(words.how.gap, formats.number(calibration.meanGap, 3)),
    `  ${said.columns.said} → ${said.columns.did}`,
    ...calibration.bins
      .filter((bin) => bin.count > 0)
      .map((bin) => {
        const did = bin.observed ?? 0;
        const share = words.ofCount(formats.percent(did), n(Math.round(did * bin.count)), n(bin.count));
        return `  ${formats.percent(bin.expected ?? 0)} → ${bin.count < leastInBin ? said.fewInBin : share}`;
      }),
  ];
}

function sayTable<Said extends string>(
  { words, formats, needed }: Saying,
  said: { readonly title: string; readonly lead: string; readonly columns: { said: string; did: string } },
  table: {
    readonly count: number;
    readonly isEnough: boolean;
    readonly auc: number | null;
    readonly rows: readonly { said: Said; count: number; happened: number; low: number; high: number }[];
  },
  sayRow: (said: Said) => string,
): string[] {
  const n = (count: number) => formats.number(count);
  const head = ['', said.title, `  ${said.lead}`];
  if (!table.isEnough) return [...head, `  ${words.tooFew(n(table.count), n(needed.all), n(needed.each))}`];
  return [
    ...head,
    behind(words.how.auc, formats.number(table.auc ?? 0, 3)),
    `  ${said.columns.said} → ${said.columns.did}`,
    ...table.rows
      .filter(({ count }) => count > 0)
      .map(({ said: row, count, happened, low, high }) => {
        const share = words.ofCount(formats.percent(happened / count), n(happened), n(count));
        return `  ${sayRow(row)} → ${share} ${words.between(formats.percent(low), formats.percent(high))}`;
      }),
  ];
}

function sayOpenness({ told, silent, isSure }: CheckOutcome['openness'], { words, formats }: Saying): string[] {
  const said = words.openness;
  const n = (count: number) => formats.number(count);
  if (told.count + silent.count === 0) return ['', said.title, `  ${said.none}`];
  const line = said.line(n(told.stayed), n(told.count), n(silent.stayed), n(silent.count));
  return ['', said.title, `  ${line} ${isSure ? said.sure : said.unsure}`, `  ${said.how}`];
}
