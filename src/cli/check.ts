/** `hecht check`: does it come true? The same figures as the page "Klopt het?". */
import { parseArgs } from 'node:util';
import { makeFormats } from '#messages/formats.ts';
import { isLocale } from '#messages/locales.ts';
import { getCheck } from '#services/check/get-check.ts';
import { runCheck } from '#services/check/run-check.ts';
import { systemActor } from '#services/context.ts';
import { getFirm } from '#services/firm.ts';
import { type Command, CommandError } from './command.ts';
import { sayCheck } from './say-check.ts';

export const check: Command = {
  name: 'check',
  usage: 'check [--again] [--language nl|en] [--json]',
  summary: 'Hold what Hecht would have said in the past against what happened',
  help: [
    'Prints the latest check, as the page in the browser shows it; runs one first where there is none.',
    '--again           run it now; it becomes the latest, there too',
    '--language nl|en  in which words (default: en)',
    '--json            everything, as the API answers it',
  ],
  async run({ contextFor, say, signal }, args) {
    const flag = { type: 'boolean', default: false } as const;
    const { values } = parseArgs({
      args: [...args],
      options: { again: flag, json: flag, language: { type: 'string', default: 'en' } },
    });
    const { language: locale } = values;
    if (!isLocale(locale)) throw new CommandError('--language is nl or en.');
    const ctx = contextFor(systemActor);
    if (values.again || !(await getCheck(ctx)).latest) await runCheck(ctx, { signal });
    const found = await getCheck(ctx);
    if (values.json) say(JSON.stringify(found, null, 2));
    else
      for (const line of sayCheck(found, makeFormats({ locale, timeZone: (await getFirm(ctx.db)).timeZone })))
        say(line);
  },
};
