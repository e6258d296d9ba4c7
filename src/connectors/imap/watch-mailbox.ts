import type { ImapFlow } from 'imapflow';
import { type PlaceCursor, ReaderProblem } from '#services/connections/reader.ts';
import { makeImapProblem } from './imap-problem.ts';
import { type MailboxReach, openMailbox } from './open-mailbox.ts';
import { readState } from './place-state.ts';

/** Waits in the folder where new mail comes in: by IDLE, and where a server has none, by asking every two minutes. */
export async function watchMailbox(reach: MailboxReach, places: readonly PlaceCursor[]): Promise<void> {
  const { signal } = reach;
  const watched = places.find(({ role }) => role === 'inbox') ?? places.find(({ role }) => role === 'all') ?? places[0];
  if (!watched || signal.aborted) return;
  let client: ImapFlow | null = null;
  try {
    client = await openMailbox(reach);
    const opened = await client.mailboxOpen(watched.place, { readOnly: true });
    const known = readState(watched.cursor);
    // What came between the last reading and now is told by no event.
    const isNews =
      known === null ||
      known.uidValidity !== Number(opened.uidValidity) ||
      known.exists !== opened.exists ||
      known.uid + 1 !== opened.uidNext;
    if (isNews) return;
    const { promise: happened, resolve } = Promise.withResolvers<'news' | 'closed'>();
    client.on('exists', () => resolve('news'));
    client.on('expunge', () => resolve('news'));
    client.on('close', () => resolve('closed'));
    const end = await Promise.race([happened, idle(client)]);
    if (end !== 'news' && !signal.aborted) throw new ReaderProblem('cut-off');
  } catch (error) {
    if (!signal.aborted) throw makeImapProblem(error, watched.place);
  } finally {
    client?.close();
  }
}

/** Goes on until the connection ends; the client renews it in time. */
async function idle(client: ImapFlow): Promise<'ended'> {
  while (client.usable && (await client.idle()) !== false);
  return 'ended';
}
