/** Moving in over the API, as its own tests do: what the screens of it are like, other journeys see. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from 'playwright-core';
import type { App } from './app.ts';

export const owner = {
  name: 'Joris van Ommen',
  email: 'joris@proefhuis.example',
  password: 'koffie met een wolkje',
  firmName: 'Proefhuis',
} as const;

/** The owner's account is made, and signed in. */
export async function moveIn(request: APIRequestContext, app: App): Promise<void> {
  const token = new URL(app.firstRunUrl()).searchParams.get('token');
  await askFor(request, app, '/api/setup', { ...owner, token, locale: 'nl', timeZone: 'Europe/Amsterdam' });
  await askFor(request, app, '/api/auth/sign-in/email', { email: owner.email, password: owner.password });
}

export async function askFor(request: APIRequestContext, app: App, path: string, data: object = {}): Promise<void> {
  const headers = { origin: app.url, 'idempotency-key': randomUUID() };
  const answer = await request.post(`${app.url}${path}`, { data, headers, timeout: 60_000 });
  assert.ok(answer.ok(), `${path} answered ${answer.status()}: ${await answer.text()}`);
}
