import type { ParseContext, ParseItem, ParseOutcome } from './parse-protocol.ts';
import { type Batch, createParserSlot, type ParserLimits } from './parser-slot.ts';

/** quality.md rule 9: 10 s and 256 MB. Two, so that one mail that hangs does not hold up everything. */
const usualLimits: ParserLimits = { workers: 2, itemTimeoutMs: 10_000, memoryMb: 256 };

export interface ParserPool {
  /** Outcomes in the order of the items. An item that hangs or kills the parser fails; the others do not notice. */
  parse(items: readonly ParseItem[]): Promise<ParseOutcome[]>;
  stop(): void;
}

export interface ParserPoolInput {
  readonly context: ParseContext;
  readonly limits?: ParserLimits;
  /** Another program in the parser's place: the tests' one hangs and crashes on purpose. */
  readonly program?: URL;
}

export function startParserPool({ context, limits = usualLimits, program }: ParserPoolInput): ParserPool {
  const waiting: Batch[] = [];
  const slots = Array.from({ length: limits.workers }, () =>
    createParserSlot({
      context,
      limits,
      program: program ?? new URL('./parser-child.ts', import.meta.url),
      takeBatch: () => waiting.shift() ?? null,
    }),
  );
  return {
    parse: (items) =>
      new Promise((resolve, reject) => {
        if (items.length === 0) {
          resolve([]);
          return;
        }
        waiting.push({ items, outcomes: [], resolve, reject });
        for (const slot of slots) slot.wake();
      }),
    stop: () => {
      waiting.length = 0;
      for (const slot of slots) slot.stop();
    },
  };
}
