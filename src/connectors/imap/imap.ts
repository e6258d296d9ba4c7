import type { ImapFlow } from 'imapflow';
import type { Looked, PlaceCursor, Reader, ReaderBatch } from '#services/connections/reader.ts';
import type { IdentityRef } from '#services/imports/connector.ts';
import { normaliseAddress } from '../mail/mail-addresses.ts';
import { listPlacesOf } from './imap-folders.ts';
import { makeImapProblem } from './imap-problem.ts';
import { type MailboxReach, openMailbox, rememberLoss } from './open-mailbox.ts';
import { readAhead } from './read-ahead.ts';
import { readPlace } from './read-place.ts';
import { watchMailbox } from './watch-mailbox.ts';

/**
 * A mailbox at any server that speaks IMAP. Reading changes nothing there: folders are opened to read, flags stay as they
 * are. Only `put` adds to it.
 */
export const imapReader: Reader<'imap'> = {
  kind: 'imap',
  isPrivate: true,
  everySeconds: 300,
  look,
  read,
  put,
  watch: watchMailbox,
};

async function look(reach: MailboxReach): Promise<Looked> {
  const client = await openMailbox(reach);
  const lost = rememberLoss(client);
  try {
    const places = listPlacesOf(await client.list());
    const sent = places.find(({ role }) => role === 'sent');
    const aliases = sent ? await findAliases(client, sent.place) : [];
    const address = normaliseAddress(reach.settings.address) ?? reach.settings.address.toLowerCase();
    const own = [...new Set([address, ...aliases])].map(
      (value): IdentityRef => ({ kind: 'mail', value, displayName: null }),
    );
    return { name: reach.settings.address, places, own };
  } catch (error) {
    reach.signal.throwIfAborted();
    throw makeImapProblem(lost(error));
  } finally {
    client.close();
  }
}

const mostSampled = 200;

/** Other addresses that people send from here: of the last sent mails at least three, and one in twenty. */
async function findAliases(client: ImapFlow, place: string): Promise<string[]> {
  const { exists } = await client.mailboxOpen(place, { readOnly: true });
  if (exists === 0) return [];
  const counts = new Map<string, number>();
  let mails = 0;
  for await (const { envelope } of client.fetch(`${Math.max(1, exists - mostSampled + 1)}:*`, { envelope: true })) {
    mails += 1;
    const address = normaliseAddress(envelope?.from?.[0]?.address ?? '');
    if (address !== null) counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  const least = Math.max(3, mails / 20);
  return [...counts].filter(([, count]) => count >= least).map(([address]) => address);
}

async function* read(reach: MailboxReach, places: readonly PlaceCursor[]): AsyncIterable<ReaderBatch> {
  if (places.length === 0) return;
  const client = await openMailbox(reach);
  const lost = rememberLoss(client);
  try {
    for (const place of places) {
      try {
        yield* readAhead(readPlace({ client, reach, place }));
      } catch (error) {
        reach.signal.throwIfAborted();
        throw makeImapProblem(lost(error), place.place);
      }
    }
  } finally {
    client.close();
  }
}

async function put(reach: MailboxReach, { place, raw }: { place: string; raw: Uint8Array }): Promise<void> {
  const client = await openMailbox(reach);
  const lost = rememberLoss(client);
  try {
    await client.append(place, Buffer.from(raw), ['\\Seen']);
  } catch (error) {
    reach.signal.throwIfAborted();
    throw makeImapProblem(lost(error), place);
  } finally {
    client.close();
  }
}
