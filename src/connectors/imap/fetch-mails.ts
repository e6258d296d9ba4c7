import type { FetchMessageObject, ImapFlow, ImapFlowError } from 'imapflow';
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
/** Nothing is changed there: the source is asked for with PEEK. Of a huge mail only the beginning. */
const query = { uid: true, flags: true, size: true, internalDate: true, source: { maxLength: maxMailBytes } };

/** The mails of these ascending numbers, in their order; what is no longer there is left out. */
export async function* fetchMails(client: ImapFlow, uids: readonly number[]): AsyncIterable<FetchedMail> {
  for (let at = 0; at < uids.length; at += mailsAtOnce) {
    const some = uids.slice(at, at + mailsAtOnce);
    const given = new Set<number>();
    try {
      for await (const message of client.fetch(writeRanges(makeRanges(some)), query, { uid: true })) {
        // A server may tell of others in between (that they were read elsewhere, say).
        if (message.source === undefined || given.has(message.uid)) continue;
        given.add(message.uid);
        yield describe(message, message.source);
      }
    } catch (error) {
      if (!isRefusal(error)) throw error;
      yield* fetchOneByOne(
        client,
        some.filter((uid) => !given.has(uid)),
      );
    }
  }
}

/** One that the server cannot give must not keep back the others. */
async function* fetchOneByOne(client: ImapFlow, uids: readonly number[]): AsyncIterable<FetchedMail> {
  for (const uid of uids) {
    try {
      const message = await client.fetchOne(String(uid), query, { uid: true });
      if (message && message.source !== undefined) yield describe(message, message.source);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      yield { ...nothing, uid };
    }
  }
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
    isWhole: source.byteLength < maxMailBytes || sizeBytes <= maxMailBytes,
    sizeBytes,
    isSeen: flags?.has('\\Seen') ?? false,
    isDraft: flags?.has('\\Draft') ?? false,
    receivedMs: Number.isNaN(receivedMs) ? null : receivedMs,
    problem: null,
  };
}
