import type { Connector } from '#services/imports/connector.ts';
import { parseIdentities } from './mail-addresses.ts';
import type { MailConnector, MailSource } from './mail-connector.ts';
import { type MailHeaders, scanHeaders } from './mail-headers.ts';

export interface OwnAddress {
  readonly address: string;
  /** Mails that point to it. */
  readonly count: number;
}

const mostMails = 4_000;
const mostMs = 4_000;

/**
 * Addresses that are probably the mailbox owner's: the sender of what lies among sent mail, and the address mail was
 * delivered to. Looks at the first mails only, at their headers only; best first, at most five. Empty for other sources.
 */
export async function rankOwnAddresses(
  path: string,
  connector: Connector,
  signal?: AbortSignal,
): Promise<OwnAddress[]> {
  if (!isMailConnector(connector)) return [];
  const tally = await tallyHeaders(connector.source, path, signal ?? new AbortController().signal);
  return rankAddresses(tally);
}

function isMailConnector(connector: Connector): connector is MailConnector {
  return 'source' in connector;
}

interface Tally {
  mails: number;
  readonly sentFrom: Map<string, number>;
  readonly deliveredTo: Map<string, number>;
  readonly from: Map<string, number>;
  readonly receiver: Map<string, number>;
}

async function tallyHeaders(source: MailSource, path: string, signal: AbortSignal): Promise<Tally> {
  const tally: Tally = { mails: 0, sentFrom: new Map(), deliveredTo: new Map(), from: new Map(), receiver: new Map() };
  const startedAtMs = performance.now();
  for await (const { raw, isSent } of source.openMails({ path, from: null, signal })) {
    countMail(tally, scanHeaders(raw), isSent === true);
    tally.mails += 1;
    if (tally.mails >= mostMails || performance.now() - startedAtMs > mostMs) break;
  }
  return tally;
}

function countMail(tally: Tally, headers: MailHeaders, isSent: boolean): void {
  const read = (...names: string[]): string[] =>
    parseIdentities(names.flatMap((name) => headers.get(name) ?? []).filter((value) => value.includes('@'))).map(
      ({ value }) => value,
    );
  const [from] = read('from');
  const receivers = read('to', 'cc');
  if (from !== undefined) add(tally.from, from);
  if (from !== undefined && isSent) add(tally.sentFrom, from);
  if (isSent) return;
  for (const address of read('delivered-to', 'x-original-to', 'x-delivered-to', 'envelope-to'))
    add(tally.deliveredTo, address);
  // Alone in To and Cc: that mail came to this mailbox, unless it was sent from here.
  if (receivers.length === 1 && receivers[0] !== undefined) add(tally.receiver, receivers[0]);
}

function add(counts: Map<string, number>, address: string): void {
  counts.set(address, (counts.get(address) ?? 0) + 1);
}

/** Sent mail proves most; then delivery; where neither is marked, who both writes and receives more than anyone. */
function rankAddresses({ mails, sentFrom, deliveredTo, from, receiver }: Tally): OwnAddress[] {
  const least = Math.max(1, mails * 0.01);
  const proven = [...sentFrom].filter(([, count]) => count >= Math.max(1, sum(sentFrom) * 0.05));
  const seen = new Map(proven);
  for (const [address, count] of deliveredTo) {
    const isOwn = sentFrom.has(address) || (sum(sentFrom) === 0 && (from.has(address) || count >= mails * 0.2));
    if (count >= least && (isOwn || count >= mails * 0.3)) seen.set(address, (seen.get(address) ?? 0) + count);
  }
  if (seen.size === 0) {
    const both = [...receiver].map(
      ([address, count]) => [address, Math.min(count, from.get(address) ?? 0) * 2 + count] as const,
    );
    const [best] = both.sort(byCount);
    if (best && best[1] >= 2 && best[1] >= mails * 0.1) seen.set(best[0], best[1]);
  }
  return [...seen]
    .sort(byCount)
    .slice(0, 5)
    .map(([address, count]) => ({ address, count }));
}

function byCount(left: readonly [string, number], right: readonly [string, number]): number {
  return right[1] - left[1] || (left[0] < right[0] ? -1 : 1);
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
