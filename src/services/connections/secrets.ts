/** Passwords and tokens of connections: sealed in the database, opened for one reading. */
import type { ConnectionRow } from '#store/connections.ts';
import type { Context } from '../context.ts';
import { type ConnectionSecret, ReaderProblem } from './reader.ts';

export function sealSecret(ctx: Context, connectionId: string, secret: ConnectionSecret): string {
  return ctx.ports.seals.seal(JSON.stringify(secret), sealName(connectionId));
}

/** Throws ReaderProblem 'revoked' where the house's key was replaced: then it must be typed again. */
export async function openSecret(
  ctx: Context,
  { id, sealed }: Pick<ConnectionRow, 'id' | 'sealed'>,
): Promise<ConnectionSecret | null> {
  if (sealed === null) return null;
  try {
    return JSON.parse(ctx.ports.seals.open(sealed, sealName(id))) as ConnectionSecret;
  } catch (cause) {
    throw new ReaderProblem('revoked', { cause });
  }
}

function sealName(connectionId: string): string {
  return `secret of connection ${connectionId}`;
}
