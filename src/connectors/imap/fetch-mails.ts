import type { FetchMessageObject, FetchQueryObject, ImapFlow, ImapFlowError } from 'imapflow';
import { maxMailBytes } from '../mail/mail-connector.ts';
import { makeRanges, writeRanges } from './uid-ranges.ts';

export interface FetchedMail {
  readonly uid: number;
  readonly raw: Uint8Array;
  readonly isWhole: boolean;
  readonly sizeBytes: number;
  readonly isSeen: boolean;
  readonly isDraft: boolean;
  readonly receivedMs: number | null;
  /** Set when the server would not give it. */
  readonly problem: string | null;
}

const mailsAtOnce = 200;
/** Nothing is changed there: the source is asked for with PEEK. */
const whole: FetchQueryObject = { uid: true, flags: true, size: true, internalDate: true, source: true };
const beginning: FetchQueryObject = { ...whole, source: { maxLength: maxMailBytes } };

/** The mails of these ascending numbers, in their order; what is no longer there is left out. */
export async function* fetchMails(client: ImapFlow, uids: readonly number[]): AsyncIterable<FetchedMail> {
  for (let at = 0; at < uids.length; at += mailsAtOnce) {
    const sizes = await listSizes(client, uids.slice(at, at + mailsAtOnce));
    let usual: number[] = [];
    for (const [uid, size] of sizes) {
      if (size <= maxMailBytes) {
        usual.push(uid);
        continue;
      }
      yield* fetchTogether(client, usual);
      usual = [];
      yield await fetchAlone(client, uid, beginning);
    }
    yield* fetchTogether(client, usual);
  }
}

async function listSizes(client: ImapFlow, uids: readonly number[]): Promise<[number, number][]> {
  const range = writeRanges(makeRanges(uids));
  const messages = await client.fetchAll(range, { uid: true, size: true }, { uid: true });
  return messages.map(({ uid, size }): [number, number] => [uid, size ?? 0]).sort(([left], [right]) => left - right);
}

async function* fetchTogether(client: ImapFlow, uids: readonly number[]): AsyncIterable<FetchedMail> {
  if (uids.length === 0) return;
  const left = new Set(uids);
  try {
    for await (const message of client.fetch(writeRanges(makeRanges(uids)), whole, { uid: true })) {
      // A server may tell of others in between (that they were read elsewhere, say).
      if (!isGiven(message) || !left.delete(message.uid)) continue;
      yield describe(message, message.source);
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  // One that the server does not give with the others must not keep them back, nor be passed over.
  for (const uid of left) yield await fetchAlone(client, uid, whole);
}

async function fetchAlone(client: ImapFlow, uid: number, query: FetchQueryObject): Promise<FetchedMail> {
  try {
    const message = await client.fetchOne(String(uid), query, { uid: true });
    if (message && isGiven(message)) return describe(message, message.source);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  return { ...nothing, uid };
}

const nothing = {
  raw: new Uint8Array(),
  isWhole: false,
  sizeBytes: 0,
  isSeen: true,
  isDraft: false,
  receivedMs: null,
  problem: 'mail-not-given',
};

function isGiven(message: FetchMessageObject): message is FetchMessageObject & { source: Buffer } {
  return message.source !== undefined && (message.source.byteLength > 0 || message.size === 0);
}

/** The server said no to this, and is still there. */
function isRefusal(error: unknown): boolean {
  const told = error instanceof Error ? (error as Partial<ImapFlowError>) : {};
  const mayPass = told.serverResponseCode === undefined || told.serverResponseCode === 'SERVERBUG';
  return (told.responseStatus === 'NO' || told.responseStatus === 'BAD') && mayPass;
}

function describe({ uid, size, flags, internalDate }: FetchMessageObject, source: Buffer): FetchedMail {
  const sizeBytes = Math.max(size ?? 0, source.byteLength);
  const receivedMs = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime();
  return {
    uid,
    raw: source,
    isWhole: source.byteLength >= sizeBytes,
    sizeBytes,
    isSeen: flags?.has('\\Seen') ?? false,
    isDraft: flags?.has('\\Draft') ?? false,
    receivedMs: Number.isNaN(receivedMs) ? null : receivedMs,
    problem: null,
  };
}
