/** What a reader is lent for one reading. */
import type { ConnectionKind, ConnectionSettings } from '#contract/connection-kinds.ts';
import { listOwnAddresses } from '#store/own-identities.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import type { ConnectionSecret, Reach, Reader } from './reader.ts';

/** A connection may take its time: a first history is large. */
interface Lending {
  readonly settings: ConnectionSettings;
  readonly secret: ConnectionSecret | null;
  readonly signal: AbortSignal;
  readonly ownerUserId: string | null;
}

export async function lendReach(ctx: Context, { settings, secret, signal, ownerUserId }: Lending): Promise<Reach> {
  const { defaultCountry, timeZone } = await getFirm(ctx.db);
  const own = await listOwnAddresses(ctx.db, ownerUserId);
  const named = settings.kind === 'imap' ? [settings.address.toLowerCase()] : [];
  return {
    settings,
    secret,
    signal,
    defaultCountry,
    timeZone,
    net: ctx.ports.outgoing.net,
    nowMs: ctx.now().getTime(),
    ownAddresses: [...new Set([...named, ...own])],
  } as Reach;
}

export function readerOf(ctx: Context, kind: ConnectionKind): Reader {
  const reader = ctx.ports.readers.find((known) => known.kind === kind);
  if (!reader) throw new Error(`nothing reads a connection of kind ${kind}`);
  return reader;
}
