import type { Connector, ConnectorItem, Cursor, Probe, ReadInput } from '#services/imports/connector.ts';
import type { ParseOutcome } from '../parsing/parse-protocol.ts';
import { startParserPool } from '../parsing/parser-pool.ts';
import type { MailHints } from './mail-record.ts';

/** Of a longer mail only the beginning is read: text stands before the attachments, and memory stays bounded. */
export const maxMailBytes = 8 * 1024 * 1024;

export interface RawMail {
  readonly raw: Uint8Array;
  readonly hints: MailHints;
  /** Lies in a folder, or has a label, of sent mail; null when the source does not tell. */
  readonly isSent: boolean | null;
  readonly position: string;
  readonly cursor: Cursor;
  readonly doneBytes: number;
  /** Set when the source itself could not read this mail. */
  readonly problem: string | null;
}

export interface OpenInput {
  readonly path: string;
  readonly from: Cursor | null;
  readonly signal: AbortSignal;
}

/** How one kind of mailbox is walked; parsing is the same for all. */
export interface MailSource {
  readonly name: string;
  recognise(probe: Probe): number;
  totalBytes(path: string): Promise<number>;
  openMails(input: OpenInput): AsyncIterable<RawMail>;
}

export interface MailConnector extends Connector {
  readonly source: MailSource;
}

export function createMailConnector(source: MailSource): MailConnector {
  return {
    name: source.name,
    brings: 'mail',
    isPrivate: true,
    source,
    recognise: (probe) => source.recognise(probe),
    totalBytes: (path) => source.totalBytes(path),
    read: (input) => readMails(source, input),
  };
}

const batchMails = 40;
const batchBytes = 2 * 1024 * 1024;
const batchesInFlight = 4;

async function* readMails(source: MailSource, input: ReadInput): AsyncIterable<ConnectorItem> {
  const { path, from, signal, ownAddresses, defaultCountry } = input;
  const context = { ownAddresses, defaultCountry, nowMs: input.nowMs ?? Date.now() };
  const pool = startParserPool({ context });
  const underway: { mails: RawMail[]; outcomes: Promise<ParseOutcome[]> }[] = [];
  const aborted = rejectOnAbort(signal);
  const start = (mails: RawMail[]): void => {
    const outcomes = pool.parse(mails.filter(isReadable).map(({ raw, hints }) => ({ type: 'mail', raw, hints })));
    outcomes.catch(() => undefined);
    underway.push({ mails, outcomes });
  };
  try {
    for await (const mails of batchUp(source.openMails({ path, from, signal }))) {
      signal.throwIfAborted();
      start(mails);
      if (underway.length >= batchesInFlight) yield* takeFirst();
    }
    while (underway.length > 0) yield* takeFirst();
  } finally {
    pool.stop();
    aborted.forget();
  }

  async function* takeFirst(): AsyncIterable<ConnectorItem> {
    const first = underway.shift();
    if (!first) return;
    const outcomes = await Promise.race([first.outcomes, aborted.promise]);
    let at = 0;
    for (const mail of first.mails) {
      signal.throwIfAborted();
      yield toItem(mail, isReadable(mail) ? outcomes[at++] : undefined);
    }
  }
}

function isReadable(mail: RawMail): boolean {
  return mail.problem === null;
}

function toItem(
  { raw, position, cursor, doneBytes, problem }: RawMail,
  outcome: ParseOutcome | undefined,
): ConnectorItem {
  if (outcome && outcome.type !== 'failed') return { cursor, doneBytes, ...outcome };
  return {
    cursor,
    doneBytes,
    type: 'failed',
    position,
    problem: outcome?.problem ?? problem ?? 'mail-unreadable',
    raw,
  };
}

async function* batchUp(mails: AsyncIterable<RawMail>): AsyncIterable<RawMail[]> {
  let batch: RawMail[] = [];
  let bytes = 0;
  for await (const mail of mails) {
    batch.push(mail);
    bytes += mail.raw.byteLength;
    if (batch.length < batchMails && bytes < batchBytes) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

function rejectOnAbort(signal: AbortSignal): { promise: Promise<never>; forget: () => void } {
  let forget = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    forget = () => signal.removeEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
  promise.catch(() => undefined);
  return { promise, forget };
}
