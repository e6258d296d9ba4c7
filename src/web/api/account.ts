/** Signing in and out, passwords and keys: the routes of better-auth, which stand beside the contract. */
import { readError } from '#contract/read-error.ts';
import { RequestFailed } from './failure.ts';

async function request(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`/api/auth${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const told = readError(answer);
  if (!told) throw new Error(`unexpected answer ${response.status}`);
  throw new RequestFailed({ ...told, status: response.status });
}

export async function signIn(input: { email: string; password: string }): Promise<void> {
  await request('POST', '/sign-in/email', input);
}

/** Asks without the noise of a refused request: null when nobody is signed in. */
export async function isSignedIn(): Promise<boolean> {
  return (await request('GET', '/get-session')) !== null;
}

export async function signOut(): Promise<void> {
  await request('POST', '/sign-out', {});
}

export async function changePassword(input: { currentPassword: string; newPassword: string }): Promise<void> {
  await request('POST', '/change-password', { ...input, revokeOtherSessions: true });
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly start: string | null;
  readonly createdAt: string;
  readonly lastRequest: string | null;
}

export async function listKeys(): Promise<readonly ApiKey[]> {
  const answer = await request('GET', '/api-key/list');
  const rows = Array.isArray(answer) ? answer : ((answer as { apiKeys?: unknown[] } | null)?.apiKeys ?? []);
  return rows.map((row) => readKey(row as Record<string, unknown>));
}

/** The secret is in the answer once, here, and never again. */
export async function createKey(name: string): Promise<string> {
  const answer = (await request('POST', '/api-key/create', { name })) as { key?: unknown };
  return String(answer.key ?? '');
}

export async function deleteKey(keyId: string): Promise<void> {
  await request('POST', '/api-key/delete', { keyId });
}

function readKey(row: Record<string, unknown>): ApiKey {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  return {
    id: text('id') ?? '',
    name: text('name') ?? '',
    start: text('start'),
    createdAt: text('createdAt') ?? '',
    lastRequest: text('lastRequest'),
  };
}
