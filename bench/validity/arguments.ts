/** What was asked for on the command line. */
import { parseArgs } from 'node:util';

export type Asked =
  | { readonly command: 'all'; readonly data: string; readonly json: boolean }
  | { readonly command: 'help' }
  | { readonly command: 'trust' | 'chain'; readonly file: string; readonly json: boolean }
  | {
      readonly command: 'foundation';
      readonly file: string;
      readonly brands: readonly string[];
      readonly json: boolean;
    }
  | {
      readonly command: 'alive';
      readonly file: string;
      /** The last day that is fitted on, as 1997-09-30. */
      readonly calibrationEnd: string;
      readonly weeks: number;
      readonly json: boolean;
    }
  | {
      readonly command: 'tie';
      readonly file: string;
      readonly channel: 'chat' | 'mail';
      readonly cutDays: readonly number[];
      readonly windowDays: number;
      readonly horizonDays: number;
      readonly json: boolean;
    };

export const usage = `Does the number mean anything? The shipped engine, with its shipped defaults, on public logs.

  npm run bench:validity -- [--data DIR] [--json]
      all measures; DIR (default ../shared/data) holds collegemsg/, radoslaw-email/, bitcoin-otc/, cdnow/
  npm run bench:validity -- tie FILE --channel chat|mail --cut DAY [DAY...] --window DAYS --horizon DAYS [--json]
      FILE: "src dst unixtime" or "src dst weight unixtime"; a cut is so many days after the first message
  npm run bench:validity -- trust FILE [--json]
  npm run bench:validity -- chain FILE [--json]
      FILE: "src,dst,rating,unixtime"
  npm run bench:validity -- foundation FILE --brands a,b,... [--json]
      FILE: a csv with id, price.<brand>, choice and, where known, disp.<brand> and feat.<brand>; learnt from the first 80 % of each id
  npm run bench:validity -- alive FILE --calibration-end DATE --weeks N [--json]
      FILE: "customer yyyymmdd units dollars" or "customer id yyyymmdd units dollars"; DATE as 1997-09-30

Files may be gzipped. Lines that begin with % or # are comments.`;

const defaultData = '../shared/data';

export function readArguments(words: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      channel: { type: 'string' },
      brands: { type: 'string' },
      cut: { type: 'string', multiple: true },
      window: { type: 'string' },
      horizon: { type: 'string' },
      'calibration-end': { type: 'string' },
      weeks: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const json = values.json ?? false;
  const [command, file, ...rest] = positionals;
  if (values.help) return { command: 'help' };
  if (command === undefined) return { command: 'all', data: values.data ?? defaultData, json };
  if (
    command !== 'tie' &&
    command !== 'trust' &&
    command !== 'chain' &&
    command !== 'alive' &&
    command !== 'foundation'
  )
    throw new Error(`there is no bench "${command}": tie, trust, chain, alive or foundation`);
  if (file === undefined) throw new Error(`${command} needs a FILE`);
  if (command === 'foundation') {
    const brands = (values.brands ?? '').split(',').filter((brand) => brand !== '');
    if (brands.length < 2) throw new Error('--brands must name at least two: a,b,...');
    return { command, file, brands, json };
  }
  if (command === 'alive') {
    const calibrationEnd = parseDate('--calibration-end', values['calibration-end']);
    return { command, file, calibrationEnd, weeks: parseDays('--weeks', values.weeks), json };
  }
  if (command !== 'tie') return { command, file, json };
  const { channel } = values;
  if (channel !== 'chat' && channel !== 'mail') throw new Error('--channel must be chat or mail');
  // `--cut 56 112` leaves 112 among the loose words; `--cut 56,112` and `--cut 56 --cut 112` mean the same.
  const cutWords = [...(values.cut ?? []).flatMap((word) => word.split(',')), ...rest];
  if (cutWords.length === 0) throw new Error('--cut needs at least one day');
  return {
    command,
    file,
    channel,
    cutDays: cutWords.map((word) => parseDays('--cut', word)),
    windowDays: parseDays('--window', values.window),
    horizonDays: parseDays('--horizon', values.horizon),
    json,
  };
}

function parseDate(name: string, word: string | undefined): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(word ?? '') ? new Date(`${word}T00:00:00Z`) : null;
  if (!at || at.toJSON()?.slice(0, 10) !== word)
    throw new Error(`${name} must be a date as 1997-09-30, not ${word ?? 'missing'}`);
  return word;
}

function parseDays(name: string, word: string | undefined): number {
  const days = Number(word);
  if (word === undefined || word === '' || !(days > 0) || !Number.isFinite(days)) {
    throw new Error(`${name} must be a number above 0, not ${word ?? 'missing'}`);
  }
  return days;
}
