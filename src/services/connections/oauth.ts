/** A permission is asked for and given: bound to who asks and the session it is asked in, good once, within minutes. */
import { createHash } from 'node:crypto';
import type { ConnectionSettings } from '#contract/connection-kinds.ts';
import type { OAuthOutcome, OAuthStartInput } from '#contract/oauth.ts';
import { updateConnection } from '#store/connections.ts';
import { insertOAuthStart, type OAuthStart, takeOAuthStart } from '#store/oauth-starts.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { connectWith, refusal } from './create-connection.ts';
import { getOwnRow, getRow } from './get-connection.ts';
import { askRun } from './lease.ts';
import { beginPermission, redeemCode } from './oauth-client.ts';
import type { OAuthProvider } from './oauth-provider.ts';
import { ReaderProblem } from './reader.ts';
import { type Permission, sealSecret } from './secrets.ts';

const goodForMs = 10 * 60_000;

export async function listOAuthProviders(ctx: Context) {
  const items = ctx.ports.oauth.map(({ id, scopes }) => ({
    id,
    kinds: (['imap', 'caldav'] as const).filter((kind) => scopes[kind] !== undefined),
  }));
  return { items };
}

/** Answers where the browser must go. */
export async function startPermission(
  ctx: Context,
  input: { session: string; wanted: OAuthStartInput },
): Promise<{ address: string }> {
  const userId = userOf(ctx.actor);
  const { wanted } = input;
  const connectionId = 'connectionId' in wanted ? wanted.connectionId : null;
  const settings = 'settings' in wanted ? wanted.settings : await settingsOfOwn(ctx, wanted.connectionId);
  if ('settings' in wanted && wanted.isShared) allow(ctx.actor, 'govern', {});
  const { provider, scope, hint } = pick(ctx, settings);
  const { address, state, verifier } = await beginPermission(ctx, provider, { scope, hint }).catch(refuse);
  const stateHash = hash(state);
  await transact(ctx.db, (tx) =>
    insertOAuthStart(tx, {
      ...{ stateHash, userId, connectionId, provider: provider.id, sessionHash: hash(input.session) },
      wanted: 'settings' in wanted ? wanted : null,
      verifier: ctx.ports.seals.seal(verifier, sealName(stateHash)),
      expiresAt: new Date(ctx.now().getTime() + goodForMs),
    }),
  );
  return { address };
}

/** What came back with the browser. Null connection: nothing was connected. */
export async function finishPermission(
  ctx: Context,
  input: { session: string; query: URLSearchParams },
): Promise<{ outcome: OAuthOutcome; connectionId: string | null; problem: string | null }> {
  const none = { connectionId: null, problem: null };
  const state = input.query.get('state') ?? '';
  const start = state === '' ? undefined : await takeOAuthStart(ctx.db, hash(state));
  if (!start) return { ...none, outcome: 'expired' };
  const isSame = start.userId === userOf(ctx.actor) && start.sessionHash.equals(hash(input.session));
  if (!isSame) return { ...none, outcome: 'other-session' };
  if (start.expiresAt <= ctx.now()) return { ...none, outcome: 'expired' };
  try {
    const permission = await redeem(ctx, start, { query: input.query, state });
    if (permission === 'denied') return { ...none, connectionId: start.connectionId, outcome: 'denied' };
    return { outcome: 'given', connectionId: await keep(ctx, start, permission), problem: null };
  } catch (error) {
    const problem = error instanceof ReaderProblem ? error.problem : problemOf(error);
    if (problem === null) throw error;
    return { outcome: 'failed', connectionId: start.connectionId, problem };
  }
}

async function redeem(
  ctx: Context,
  start: OAuthStart,
  answer: { query: URLSearchParams; state: string },
): Promise<Permission | 'denied'> {
  const provider = ctx.ports.oauth.find(({ id }) => id === start.provider);
  if (!provider) throw new ReaderProblem('not-allowed');
  const verifier = ctx.ports.seals.open(start.verifier, sealName(start.stateHash));
  const tokens = await redeemCode(ctx, provider, { ...answer, verifier });
  if (tokens === 'denied') return tokens;
  // Without it the mailbox would be shut again within the hour.
  if (tokens.refreshToken === null) throw new ReaderProblem('not-allowed', { detail: 'no refresh token was given' });
  return { type: 'permission', provider: provider.id, ...tokens };
}

async function keep(ctx: Context, start: OAuthStart, permission: Permission): Promise<string> {
  const { connectionId } = start;
  if (connectionId === null) {
    const { settings, isShared, places } = start.wanted as Exclude<OAuthStartInput, { connectionId: string }>;
    return (await connectWith(ctx, { settings, isShared, places, secret: permission })).id;
  }
  await transact(ctx.db, async (tx) => {
    const row = await getOwnRow(ctx, tx, connectionId);
    const sealed = sealSecret(ctx, row.id, permission);
    const mended = { problem: null, problemDetail: null, problemSince: null, failures: 0, nextRunAt: ctx.now() };
    await updateConnection(tx, row, { ...mended, sealed }, true);
    if (!row.isPaused) await askRun(ctx, tx, row);
  });
  return connectionId;
}

async function settingsOfOwn(ctx: Context, connectionId: string): Promise<ConnectionSettings> {
  const row = await getRow(ctx, ctx.db, connectionId);
  await transact(ctx.db, (tx) => getOwnRow(ctx, tx, connectionId));
  return row.settings as ConnectionSettings;
}

function pick(ctx: Context, settings: ConnectionSettings): { provider: OAuthProvider; scope: string; hint: string } {
  const signIn = 'signIn' in settings ? settings.signIn : 'password';
  const provider = ctx.ports.oauth.find(({ id }) => id === signIn);
  const scope = settings.kind === 'imap' || settings.kind === 'caldav' ? provider?.scopes[settings.kind] : undefined;
  if (!provider || scope === undefined) {
    const problem = { path: 'body.settings.signIn', code: 'no-such-provider', message: 'not configured in this house' };
    throw new AppError('bad-input', { problems: [problem] });
  }
  const hint = settings.kind === 'imap' ? settings.address : settings.kind === 'caldav' ? settings.userName : '';
  return { provider, scope, hint };
}

function refuse(error: unknown): never {
  throw error instanceof ReaderProblem ? refusal(error) : error;
}

/** What the connection service itself said of the source, as it refuses what it cannot read. */
function problemOf(error: unknown): string | null {
  return error instanceof AppError && error.code === 'bad-input' ? (error.problems[0]?.code ?? null) : null;
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function sealName(stateHash: Buffer): string {
  return `verifier of ${stateHash.toString('hex')}`;
}
