import type { ImapFlow } from 'imapflow';
import type { PlaceCursor, ReaderBatch, ReaderItem } from '#services/connections/reader.ts';
import { parseInOrder } from '../parsing/parse-in-order.ts';
import { borrowParserPool } from '../parsing/parser-pool.ts';
import { type FetchedMail, fetchMails } from './fetch-mails.ts';
import { isIgnored, makeIgnores } from './ignored.ts';
import type { MailboxReach } from './open-mailbox.ts';
import { isUnchanged, type PlaceState, readState } from './place-state.ts';
import { makeRanges } from './uid-ranges.ts';

/** What one transaction stores. */
const batchMails = 250;
const batchBytes = 6 * 1024 * 1024;

interface Input {
  readonly client: ImapFlow;
  readonly reach: MailboxReach;
  readonly place: PlaceCursor;
}

/** All that is new in a folder, oldest first, and at the end what it still holds where something went. */
export async function* readPlace({ client, reach, place }: Input): AsyncIterable<ReaderBatch> {
  const known = readState(place.cursor);
  if (known && (await isUnchanged(client, place.place, known))) return;
  const opened = await client.mailboxOpen(place.place, { readOnly: true });
  const uidValidity = Number(opened.uidValidity);
  const before = known?.uidValidity === uidValidity ? known : { uidValidity, uid: 0, exists: -1, done: 0 };
  const all = opened.exists === 0 ? [] : await listUids(client, { all: true });
  const arrived = all.filter((uid) => uid > before.uid);
  const wanted = await chooseSince(client, reach, arrived);
  const total = before.done + wanted.length;
  let state: PlaceState = { ...before };
  for await (const batch of gather(readMails({ client, reach, place, uidValidity, uids: wanted }))) {
    state = { ...state, uid: batch.uid, done: state.done + batch.count };
    yield makeBatch(place, { state, items: batch.items, total });
  }
  const last = Math.max(state.uid, all.at(-1) ?? 0, opened.uidNext - 1);
  const isWithout = before.exists >= 0 && all.length !== before.exists + arrived.length;
  const gone = known !== null && (isWithout || known.uidValidity !== uidValidity);
  const presence = { type: 'mail-presence', uidValidity, ranges: makeRanges(all) } as const;
  const end = { ...state, uid: last, exists: all.length };
  yield makeBatch(place, { state: end, items: gone ? [presence] : [], total });
}

interface Made {
  readonly state: PlaceState;
  readonly items: readonly ReaderItem[];
  readonly total: number;
}

function makeBatch({ place }: PlaceCursor, { state, items, total }: Made): ReaderBatch {
  return { place, cursor: { ...state }, items, progress: { done: state.done, total } };
}

async function listUids(client: ImapFlow, query: { all: true } | { since: string; uid: string }): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  return (found || []).toSorted((left, right) => left - right);
}

/** From the chosen day on, by the day the server received it. */
async function chooseSince(
  client: ImapFlow,
  { settings }: MailboxReach,
  arrived: readonly number[],
): Promise<number[]> {
  const first = arrived[0];
  if (settings.since === null || first === undefined) return [...arrived];
  const since = new Set(await listUids(client, { since: settings.since, uid: `${first}:*` }));
  return arrived.filter((uid) => since.has(uid));
}

interface Passed {
  readonly uid: number;
  /** Null: seen, and not kept. */
  readonly item: ReaderItem | null;
  readonly bytes: number;
}

function readMails({
  client,
  reach,
  place,
  uidValidity,
  uids,
}: Input & { uidValidity: number; uids: readonly number[] }): AsyncIterable<Passed> {
  const { signal, ownAddresses, defaultCountry, nowMs, settings } = reach;
  const ignores = makeIgnores(settings.ignored);
  const isInSpamFolder = place.role === 'junk';
  return parseInOrder<FetchedMail, Passed>({
    input: { signal, ownAddresses, defaultCountry, nowMs },
    startPool: borrowParserPool,
    things: fetchMails(client, uids),
    sizeOf: ({ raw }) => raw.byteLength,
    toParseItem: ({ raw, receivedMs, isDraft, problem }) =>
      problem !== null || isDraft
        ? null
        : { type: 'mail', raw, hints: { envelopeMs: receivedMs, isDraft: false, isInSpamFolder } },
    toItem: (mail, outcome) => {
      const { uid, raw, problem } = mail;
      const passed = { uid, bytes: raw.byteLength };
      // What is still being written was not sent; it comes under another number when it is.
      if (mail.isDraft) return { ...passed, item: null };
      if (outcome?.type !== 'interaction') {
        const told = outcome?.type === 'failed' ? outcome.problem : (problem ?? 'mail-unreadable');
        const position = `${uidValidity}/${uid}`;
        return { ...passed, item: { type: 'failed', position, problem: told, raw: raw.byteLength > 0 ? raw : null } };
      }
      if (isIgnored(outcome.facts, ignores)) return { ...passed, item: null };
      const isSent = place.role === 'sent' || ownAddresses.includes(outcome.facts.from.address);
      const { isWhole, sizeBytes, isSeen } = mail;
      const { record, facts } = outcome;
      const copy = { uidValidity, uid };
      return { ...passed, item: { type: 'mail', copy, record, facts, raw, isWhole, sizeBytes, isSeen, isSent } };
    },
  });
}

interface Gathered {
  readonly uid: number;
  readonly count: number;
  readonly items: readonly ReaderItem[];
}

async function* gather(mails: AsyncIterable<Passed>): AsyncIterable<Gathered> {
  let items: ReaderItem[] = [];
  let count = 0;
  let bytes = 0;
  let last = 0;
  for await (const { uid, item, bytes: size } of mails) {
    last = uid;
    count += 1;
    if (item !== null) {
      items.push(item);
      bytes += size;
    }
    if (count < batchMails && bytes < batchBytes) continue;
    yield { uid: last, count, items };
    items = [];
    count = 0;
    bytes = 0;
  }
  if (count > 0) yield { uid: last, count, items };
}
