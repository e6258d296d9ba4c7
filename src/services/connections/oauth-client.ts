/** The talk with a provider: where to send the browser, a code for tokens, old tokens for new ones. All through the one way out. */
import * as oauth from 'oauth4webapi';
import type { Context } from '../context.ts';
import type { OAuthProvider } from './oauth-provider.ts';
import { ReaderProblem } from './reader.ts';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresAtMs: number;
}

/** Where nothing is said about it. */
const usualSeconds = 3_600;
const describedForMs = 10 * 60_000;
const described = new Map<string, { readonly server: oauth.AuthorizationServer; readonly untilMs: number }>();

export function redirectUriOf(ctx: Context): string {
  return `${ctx.ports.outgoing.publicUrl}/api/oauth/callback`;
}

/** Verifier and state stay here; the browser is sent to the address. */
export async function beginPermission(ctx: Context, provider: OAuthProvider, ask: { scope: string; hint: string }) {
  const server = await describeServer(ctx, provider);
  if (!server.authorization_endpoint) throw new ReaderProblem('garbage', { detail: 'no authorization endpoint' });
  const [verifier, state] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState()];
  const address = new URL(server.authorization_endpoint);
  const asked = {
    client_id: provider.clientId,
    redirect_uri: redirectUriOf(ctx),
    response_type: 'code',
    scope: ask.scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...(ask.hint === '' ? {} : { login_hint: ask.hint }),
    ...provider.asks,
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return { address: address.href, verifier, state };
}

/** 'denied': a person said no. */
export async function redeemCode(
  ctx: Context,
  provider: OAuthProvider,
  answer: { query: URLSearchParams; state: string; verifier: string },
): Promise<Tokens | 'denied'> {
  const server = await describeServer(ctx, provider);
  const client = { client_id: provider.clientId };
  try {
    const code = oauth.validateAuthResponse(server, client, answer.query, answer.state);
    const options = wayOut(ctx, provider);
    const auth = authOf(provider);
    const response = await oauth.authorizationCodeGrantRequest(
      ...([server, client, auth, code, redirectUriOf(ctx), answer.verifier, options] as const),
    );
    return tokensOf(ctx, await oauth.processAuthorizationCodeResponse(server, withTolerance(client), response));
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied') return 'denied';
    throw explain(error);
  }
}

export async function renewTokens(ctx: Context, provider: OAuthProvider, refreshToken: string): Promise<Tokens> {
  const server = await describeServer(ctx, provider);
  const client = { client_id: provider.clientId };
  try {
    const response = await oauth.refreshTokenGrantRequest(
      ...([server, client, authOf(provider), refreshToken, wayOut(ctx, provider)] as const),
    );
    const tokens = tokensOf(ctx, await oauth.processRefreshTokenResponse(server, withTolerance(client), response));
    // Who gives no new one means the old one to go on.
    return { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken };
  } catch (error) {
    throw explain(error);
  }
}

function tokensOf(ctx: Context, answer: oauth.TokenEndpointResponse): Tokens {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? null,
    // Counted from our own clock: how far the provider's is off does not matter.
    expiresAtMs: ctx.now().getTime() + (answer.expires_in ?? usualSeconds) * 1000,
  };
}

async function describeServer(ctx: Context, provider: OAuthProvider): Promise<oauth.AuthorizationServer> {
  const { issuer, endpoints } = provider;
  if (endpoints) {
    return { issuer, authorization_endpoint: endpoints.authorization, token_endpoint: endpoints.token };
  }
  const known = described.get(issuer);
  if (known && known.untilMs > ctx.now().getTime()) return known.server;
  try {
    const url = new URL(issuer);
    const response = await oauth.discoveryRequest(url, { ...wayOut(ctx, provider), algorithm: 'oidc' });
    const server = await oauth.processDiscoveryResponse(url, response);
    described.set(issuer, { server, untilMs: ctx.now().getTime() + describedForMs });
    return server;
  } catch (error) {
    throw explain(error);
  }
}

/** Clocks of others are off by minutes; tokens that carry times are read with that in mind. */
function withTolerance(client: { client_id: string }): oauth.Client {
  return { ...client, [oauth.clockTolerance]: 600 };
}

function authOf({ clientSecret }: OAuthProvider): oauth.ClientAuth {
  return clientSecret === null ? oauth.None() : oauth.ClientSecretPost(clientSecret);
}

function wayOut(ctx: Context, { issuer }: OAuthProvider) {
  const { net } = ctx.ports.outgoing;
  return {
    // Secrets go to the very address that was named, and nowhere on from there.
    [oauth.customFetch]: (url: string, init: object) => net.fetch(url, init as RequestInit, { redirects: 0 }),
    // Only where the operator wrote it so; the way out knows which hosts may be reached like that.
    [oauth.allowInsecureRequests]: issuer.startsWith('http:'),
  };
}

const refusals: Readonly<Record<string, 'revoked' | 'not-allowed'>> = {
  invalid_grant: 'revoked',
  interaction_required: 'revoked',
  consent_required: 'revoked',
  invalid_client: 'not-allowed',
  unauthorized_client: 'not-allowed',
  invalid_scope: 'not-allowed',
  access_denied: 'revoked',
};

function explain(error: unknown): unknown {
  if (error instanceof ReaderProblem) return error;
  if (error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError) {
    const detail = [error.error, error.error_description].filter(Boolean).join(': ');
    return new ReaderProblem(refusals[error.error] ?? 'server-trouble', { detail, cause: error });
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    return new ReaderProblem('not-allowed', { detail: `status ${error.status}`, cause: error });
  }
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError) {
    const status = error.cause instanceof Response ? error.cause.status : 0;
    const problem = status === 429 ? 'throttled' : status >= 500 ? 'server-trouble' : 'garbage';
    return new ReaderProblem(problem, { detail: error.message, cause: error });
  }
  return error;
}
