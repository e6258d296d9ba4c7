/** What a mailbox brings, in the transaction of its batch: the log, the mails, what they were received as, where they lie. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import { sayLive } from '#store/live.ts';
import {
  insertMails,
  insertRaws,
  type KnownMail,
  listKnownMails,
  markGoneCopies,
  type NewMail,
  putCopies,
} from '#store/mail-writes.ts';
import { ingestItems, type Kept, nothingKept } from '../connections/keep-interactions.ts';
import type { Keeping } from '../connections/keepers.ts';
import type { Context } from '../context.ts';
import type { MailItem, MailPresence } from './mail-item.ts';
import { type PlacedThreads, placeInThreads } from './place-in-threads.ts';
import { keptLevel } from './sharing-levels.ts';

const zip = promisify(gzip);

export async function keepMails(ctx: Context, tx: Tx, keeping: Keeping, all: readonly MailItem[]): Promise<Kept> {
  const { connection, place } = keeping;
  const connectionId = connection.id;
  const found = await listKnownMails(tx, { connectionId, keys: all.map(({ record }) => record.sourceKey) });
  const items = tellApart(all, found);
  const known = new Map(
    (await listKnownAgain(tx, connectionId, items, found)).map((mail) => [mail.messageKey, mail.id]),
  );
  // The same mail in another folder, or read again, is only another copy.
  const fresh = [...new Map(items.map((item) => [item.record.sourceKey, item])).values()].filter(
    ({ record }) => !known.has(record.sourceKey),
  );
  const threads = await placeInThreads(tx, { connection, mails: fresh, at: ctx.now() });
  const kept = fresh.length === 0 ? null : await ingest(ctx, tx, keeping, fresh, threads);
  const mails = fresh.map((item) => mailOf(item, { connectionId, threads, interactionOf: kept?.ids ?? new Map() }));
  await insertMails(tx, mails);
  await insertRaws(tx, await Promise.all(mails.map(async ({ id }, at) => rawOf(id, fresh[at]))));
  for (const { id, messageKey } of mails) known.set(messageKey, id);
  await threads.settle(tx);
  const copies = items.flatMap(({ copy, record }) => {
    const mailId = known.get(record.sourceKey);
    return mailId === undefined || copy === null ? [] : [{ uidValidity: copy.uidValidity, uid: copy.uid, mailId }];
  });
  await putCopies(tx, { connectionId, place }, copies);
  if (fresh.length > 0) sayLive(tx, { topics: ['mail'], only: connection.ownerUserId });
  // What the log could not take (nobody it was between, say) is kept as a mail all the same.
  return kept ? { ...kept, failures: [] } : nothingKept;
}

/** At the end of a folder in which something went: the copies beyond what it holds are gone from there, the mails stay. */
export async function keepPresence(
  ctx: Context,
  tx: Tx,
  { connection, place }: Keeping,
  items: readonly MailPresence[],
): Promise<Kept> {
  for (const { uidValidity, ranges } of items) {
    await markGoneCopies(tx, { connectionId: connection.id, place }, { uidValidity, ranges, at: ctx.now() });
  }
  return nothingKept;
}

/** The number of another's mail on one's own makes it no copy of that: it is kept beside it, under a key of its own. */
function tellApart(items: readonly MailItem[], found: readonly KnownMail[]): MailItem[] {
  const senders = new Map(found.map(({ messageKey, fromAddress }) => [messageKey, fromAddress]));
  return items.map((item) => {
    const { sourceKey } = item.record;
    const from = item.facts.from.address;
    const sender = senders.get(sourceKey);
    if (sender === undefined) senders.set(sourceKey, from);
    if (sender === undefined || sender === from) return item;
    return { ...item, record: { ...item.record, sourceKey: `${sourceKey.slice(0, 170)} ${from}`.slice(0, 500) } };
  });
}

async function listKnownAgain(
  tx: Tx,
  connectionId: string,
  items: readonly MailItem[],
  found: readonly KnownMail[],
): Promise<KnownMail[]> {
  const asked = new Set(items.map(({ record }) => record.sourceKey));
  const changed = [...asked].filter((key) => !found.some(({ messageKey }) => messageKey === key) && key.includes(' '));
  const more = await listKnownMails(tx, { connectionId, keys: changed });
  return [...found, ...more];
}

function ingest(ctx: Context, tx: Tx, keeping: Keeping, fresh: readonly MailItem[], threads: PlacedThreads) {
  const { connection, source } = keeping;
  const isOwned = source.ownerUserId !== null;
  return ingestItems(ctx, tx, {
    place: keeping.place,
    source: { ...source, isMailbox: true, hidesPeople: isOwned && connection.sharing === 'nothing' },
    records: fresh.map(({ record }) => record),
    sharingOf: (key) => (isOwned ? keptLevel(threads.sharingOf(key) ?? connection.sharing) : null),
  });
}

interface Making {
  readonly connectionId: string;
  readonly threads: PlacedThreads;
  readonly interactionOf: ReadonlyMap<string, string>;
}

function mailOf({ record, facts, ...item }: MailItem, { connectionId, threads, interactionOf }: Making): NewMail {
  const { from, to, cc, hasAttachments } = facts;
  return {
    id: uuidv7(),
    connectionId,
    threadId: threads.threadOf(record.sourceKey),
    interactionId: interactionOf.get(record.sourceKey) ?? null,
    messageKey: record.sourceKey,
    sentAt: new Date(record.atMs),
    direction: item.isSent ? 'out' : 'in',
    fromAddress: from.address,
    fromName: from.name,
    toLines: to,
    ccLines: cc,
    addresses: [...new Set([from, ...to, ...cc].map(({ address }) => address))],
    subject: record.subject,
    snippet: record.snippet,
    hasAttachments,
    sizeBytes: item.sizeBytes,
    isSeen: item.isSeen || item.isSent,
    mailClass: record.mailClass,
    answers: record.answers,
  };
}

async function rawOf(mailId: string, item: MailItem | undefined) {
  return { mailId, raw: await zip(item?.raw ?? new Uint8Array()), isWhole: item?.isWhole ?? false };
}
