/** Tries an address and a password before anything is kept. */
import type { ConnectionSettings } from '#contract/connection-kinds.ts';
import type { ConnectionLook } from '#contract/connections.ts';
import { findParty } from '#store/parties.ts';
import { allow, userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { lendReach, readerOf } from './reach.ts';
import { type ConnectionSecret, type Looked, ReaderProblem } from './reader.ts';

/** Somebody waits for this answer. */
const lookMs = 30_000;

export interface LookInput {
  readonly settings: ConnectionSettings;
  readonly secret: { readonly password: string } | null;
}

export async function lookAtConnection(ctx: Context, input: LookInput): Promise<ConnectionLook> {
  const found = await look(ctx, { ...input, secret: passwordOf(input.secret), ownerUserId: userOf(ctx.actor) });
  if (found instanceof ReaderProblem) {
    return { problem: found.problem, problemDetail: found.detail, name: null, places: [] };
  }
  return { problem: null, problemDetail: null, name: found.name, places: [...found.places] };
}

export function passwordOf(secret: { readonly password: string } | null): ConnectionSecret | null {
  return secret && { type: 'password', password: secret.password };
}

interface Look {
  readonly settings: ConnectionSettings;
  readonly secret: ConnectionSecret | null;
  readonly ownerUserId: string | null;
}

/** The trouble is the answer; only what is our own fault is thrown. */
export async function look(ctx: Context, { settings, secret, ownerUserId }: Look): Promise<Looked | ReaderProblem> {
  // Whose feed it is must be somebody this user may see.
  if (settings.kind === 'feed') allow(ctx.actor, 'see', await findParty(ctx.db, settings.partyId));
  const signal = AbortSignal.timeout(lookMs);
  try {
    const reach = await lendReach(ctx, { settings, secret, signal, ownerUserId });
    return await readerOf(ctx, settings.kind).look(reach);
  } catch (error) {
    if (error instanceof ReaderProblem) return error;
    if (signal.aborted) return new ReaderProblem('too-slow', { cause: error });
    throw error;
  }
}
