/** The first run through the front door: an owner account, a session, an API key. */
import { setTimeout as pause } from 'node:timers/promises';
import type { LivingApp } from './living-app.ts';

const account = { email: 'joris@overkant.example', password: 'koffie met melk en suiker' };

export async function makeFirstOwner(app: LivingApp): Promise<{ apiKey: string; cookie: string }> {
  const token = await readToken(app);
  const house = { name: 'Joris', firmName: 'Branderij De Overkant', locale: 'nl', timeZone: 'Europe/Amsterdam' };
  await post(app, '/api/setup', { token, ...house, ...account });
  const signedIn = await post(app, '/api/auth/sign-in/email', account);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const made = await post(app, '/api/auth/api-key/create', { name: 'fouten' }, { cookie, origin: app.url });
  const { key } = (await made.json()) as { key: string };
  return { apiKey: key, cookie };
}

/** Printed a moment after the door is open. */
async function readToken(app: LivingApp): Promise<string> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const token = /[?&]token=(\S+)/.exec(app.output())?.[1];
    if (token !== undefined) return token;
    await pause(25);
  }
  throw new Error(`no first-run token was printed:\n${app.output()}`);
}

async function post(app: LivingApp, path: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(app.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
