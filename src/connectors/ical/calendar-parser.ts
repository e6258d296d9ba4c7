/** Calendar files are read and written in the limited process, like all that strangers send. */
import type { CalendarObject } from '#services/agenda/calendars.ts';
import type { ParseItem, ParseOutcome } from '../parsing/parse-protocol.ts';
import { startParserPool } from '../parsing/parser-pool.ts';
import type { Window } from './expand.ts';

const yearMs = 366 * 86_400_000;

/** What comes again is known from a year back to a year ahead. */
export function windowAt(nowMs: number): Window {
  return { fromMs: nowMs - yearMs, untilMs: nowMs + yearMs };
}

export interface CalendarParser {
  read(
    files: readonly Uint8Array[],
    hints: { nowMs: number; timeZone: string; isOnlyWindow?: boolean },
  ): Promise<(readonly CalendarObject[] | { readonly problem: string })[]>;
  run(item: ParseItem): Promise<ParseOutcome>;
  stop(): void;
}

export function startCalendarParser(): CalendarParser {
  const pool = startParserPool({ context: { ownAddresses: [], defaultCountry: 'NL', nowMs: 0 } });
  return {
    async read(files, { nowMs, timeZone, isOnlyWindow = false }) {
      const hints = { window: windowAt(nowMs), timeZone, isOnlyWindow };
      const outcomes = await pool.parse(files.map((raw) => ({ type: 'calendar', raw, hints })));
      return outcomes.map((outcome) => {
        if (outcome.type === 'calendar') return outcome.objects;
        return { problem: outcome.type === 'failed' ? outcome.problem : 'garbage' };
      });
    },
    run: async (item) => (await pool.parse([item]))[0] ?? { type: 'failed', problem: 'parser-crashed' },
    stop: () => pool.stop(),
  };
}
