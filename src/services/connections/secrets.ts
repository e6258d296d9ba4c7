/** Passwords and tokens of connections: sealed in the database, opened for one reading. */
import { lockTokens } from '#store/advisory-locks.ts';
import { type ConnectionRow, findConnection, keepSealed } from '#store/connections.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { renewTokens, type Tokens } from './oauth-client.ts';
import { type ConnectionSecret, ReaderProblem } from './reader.ts';

/** A permission: tokens for now, and what brings new ones. */
export interface Permission extends Tokens {
  readonly type: 'permission';
  readonly provider: string;
}

export type KeptSecret = ConnectionSecret | Permission;

/** Long enough for a reading to begin with. */
const renewedBeforeMs = 3 * 60_000;

export function sealSecret(ctx: Context, connectionId: string, secret: KeptSecret): string {
  return ctx.ports.seals.seal(JSON.stringify(secret), sealName(connectionId));
}

/** As a reader may see it. */
export function shownSecret(kept: KeptSecret): ConnectionSecret {
  return kept.type === 'permission' ? { type: 'token', accessToken: kept.accessToken } : kept;
}

type Kept = Pick<ConnectionRow, 'id' | 'sealed'>;

/**
 * Throws ReaderProblem 'revoked' where the house's key was replaced or a permission was taken back. `refused`: the token
 * that the server would not take, whatever its time says.
 */
export async function openSecret(
  ctx: Context,
  row: Kept,
  { refused }: { refused?: string } = {},
): Promise<ConnectionSecret | null> {
  const kept = unseal(ctx, row);
  if (kept?.type !== 'permission') return kept;
  return shownSecret(isGood(ctx, kept, refused) ? kept : await renew(ctx, row.id, refused));
}

/** One at a time: many providers end both tokens when an old one is shown twice. */
async function renew(ctx: Context, id: string, refused: string | undefined): Promise<Permission> {
  return transact(ctx.db, async (tx) => {
    await lockTokens(tx, id);
    const row = await findConnection(tx, { id });
    const kept = row ? unseal(ctx, row) : null;
    if (kept?.type !== 'permission') throw new ReaderProblem('revoked');
    // Another worker was first.
    if (isGood(ctx, kept, refused)) return kept;
    const provider = ctx.ports.oauth.find((known) => known.id === kept.provider);
    if (!provider) throw new ReaderProblem('not-allowed', { detail: `${kept.provider} is not configured any more` });
    if (kept.refreshToken === null) throw new ReaderProblem('revoked');
    const tokens = await renewTokens(ctx, provider, kept.refreshToken);
    const permission: Permission = { type: 'permission', provider: kept.provider, ...tokens };
    await keepSealed(tx, { id, sealed: sealSecret(ctx, id, permission) });
    return permission;
  });
}

function isGood(ctx: Context, kept: Permission, refused: string | undefined): boolean {
  return kept.accessToken !== refused && kept.expiresAtMs - renewedBeforeMs > ctx.now().getTime();
}

function unseal(ctx: Context, { id, sealed }: Kept): KeptSecret | null {
  if (sealed === null) return null;
  try {
    return JSON.parse(ctx.ports.seals.open(sealed, sealName(id))) as KeptSecret;
  } catch (cause) {
    throw new ReaderProblem('revoked', { cause });
  }
}

function sealName(connectionId: string): string {
  return `secret of connection ${connectionId}`;
}
