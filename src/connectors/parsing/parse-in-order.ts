import type { ConnectorItem, ReadInput } from '#services/imports/connector.ts';
import type { ParseContext, ParseItem, ParseOutcome } from './parse-protocol.ts';
import { type ParserPool, startParserPool } from './parser-pool.ts';

export interface ParseInOrderInput<Thing, Item> {
  readonly input: Pick<ReadInput, 'signal' | 'ownAddresses' | 'defaultCountry' | 'nowMs'>;
  readonly things: AsyncIterable<Thing>;
  sizeOf(thing: Thing): number;
  /** What parses it; stopped at the end. Left out: one of its own. */
  startPool?(context: ParseContext): ParserPool;
  /** Null: already known to be unreadable, nothing to parse. */
  toParseItem(thing: Thing): ParseItem | null;
  toItem(thing: Thing, outcome: ParseOutcome | null): Item;
}

const batchThings = 40;
const batchBytes = 2 * 1024 * 1024;
const batchesUnderway = 4;

interface Underway<Thing> {
  readonly things: readonly { readonly thing: Thing; readonly isParsed: boolean }[];
  readonly outcomes: Promise<readonly ParseOutcome[]>;
}

/** Sends things to the parser process in batches and yields their items in the order they came in. */
export async function* parseInOrder<Thing, Item = ConnectorItem>(
  parse: ParseInOrderInput<Thing, Item>,
): AsyncIterable<Item> {
  const { signal, ownAddresses, defaultCountry, nowMs = Date.now() } = parse.input;
  const context = { ownAddresses, defaultCountry, nowMs };
  const pool = parse.startPool?.(context) ?? startParserPool({ context });
  const underway: Underway<Thing>[] = [];
  try {
    for await (const batch of batchUp(parse)) {
      signal.throwIfAborted();
      const items = batch.map((thing) => parse.toParseItem(thing));
      const outcomes = pool.parse(items.filter((item) => item !== null));
      outcomes.catch(() => undefined);
      underway.push({ things: batch.map((thing, at) => ({ thing, isParsed: items[at] !== null })), outcomes });
      if (underway.length >= batchesUnderway) yield* finishFirst();
    }
    while (underway.length > 0) yield* finishFirst();
  } finally {
    pool.stop();
  }

  async function* finishFirst(): AsyncIterable<Item> {
    const first = underway.shift();
    if (!first) return;
    const outcomes = await unlessAborted(first.outcomes, signal);
    let at = 0;
    for (const { thing, isParsed } of first.things) {
      signal.throwIfAborted();
      yield parse.toItem(thing, isParsed ? (outcomes[at++] ?? null) : null);
    }
  }
}

async function* batchUp<Thing>({
  things,
  sizeOf,
}: Pick<ParseInOrderInput<Thing, unknown>, 'things' | 'sizeOf'>): AsyncIterable<Thing[]> {
  let batch: Thing[] = [];
  let bytes = 0;
  for await (const thing of things) {
    batch.push(thing);
    bytes += sizeOf(thing);
    if (batch.length < batchThings && bytes < batchBytes) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Each wait hears the signal for itself: a promise that outlives them all would keep what each of them came to. */
async function unlessAborted<T>(awaited: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason);
  signal.throwIfAborted();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([awaited, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
