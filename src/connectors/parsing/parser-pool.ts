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
  const slots = startSlots(limits, program ?? parser);
  return { parse: (items) => slots.parse(context, items), stop: slots.stop };
}

interface Slots {
  parse(context: ParseContext, items: readonly ParseItem[]): Promise<ParseOutcome[]>;
  rest(): void;
  stop(): void;
}

const parser = new URL('./parser-child.ts', import.meta.url);

function startSlots(limits: ParserLimits, program: URL): Slots {
  const waiting: Batch[] = [];
  const slots = Array.from({ length: limits.workers }, () =>
    createParserSlot({ limits, program, takeBatch: () => waiting.shift() ?? null }),
  );
  return {
    parse: (context, items) =>
      new Promise((resolve, reject) => {
        if (items.length === 0) {
          resolve([]);
          return;
        }
        waiting.push({ context, items, outcomes: [], resolve, reject });
        for (const slot of slots) slot.wake();
      }),
    rest: () => {
      for (const slot of slots) slot.rest();
    },
    stop: () => {
      waiting.length = 0;
      for (const slot of slots) slot.stop();
    },
  };
}

const keptMs = 60_000;
let kept: Slots | null = null;
let borrowers = 0;
let ending: NodeJS.Timeout | undefined;

/** One that all who read a few mails now and then share, so that none waits for a process to start; `stop` gives it back. */
export function borrowParserPool(context: ParseContext): ParserPool {
  kept ??= startSlots(usualLimits, parser);
  const slots = kept;
  clearTimeout(ending);
  borrowers += 1;
  let isBack = false;
  return {
    parse: (items) => slots.parse(context, items),
    stop() {
      if (isBack) return;
      isBack = true;
      borrowers -= 1;
      if (borrowers > 0) return;
      slots.rest();
      ending = setTimeout(() => {
        slots.stop();
        kept = null;
      }, keptMs).unref();
    },
  };
}
