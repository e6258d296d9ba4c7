/** The program itself on the kept house, and who is signed in to it. */
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { createAccounts } from '#http/accounts.ts';
import { createAuth } from '#http/auth.ts';
import type { UserActor } from '#services/context.ts';
import type { Db } from '#store/database.ts';
import type { Base } from './base.ts';
import { type Caller, createCaller } from './caller.ts';
import { type Served, serve } from './processes.ts';

export interface Meter {
  readonly email: string;
  readonly password: string;
  readonly role: 'owner' | 'member';
}

export const meter: Meter = { email: 'meter@branderij.example', password: 'een lange koffiepauze', role: 'member' };
export const governor: Meter = { email: 'baas@branderij.example', password: 'een lange koffiepauze', role: 'owner' };

/** As `npm start` runs it. */
const asStarted = ['--max-semi-space-size=8', '--heap-growing-percent=60'];
const appPort = '4491';
const origin = `http://127.0.0.1:${appPort}`;

export function appEnvironment(base: Base, dataDir: string): Record<string, string> {
  return { DATABASE_URL: base.url, HECHT_DATA: dataDir, HECHT_REQUESTS_PER_MINUTE: '10000000' };
}

export function startApp(base: Base, dataDir: string): Promise<Served> {
  const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
  return serve([...asStarted, program], { ...appEnvironment(base, dataDir), PORT: appPort }, /is open/);
}

/** Somebody who signs in like everybody else, and is one of the first colleagues. */
export async function ensureUser(db: Db, who: Meter = meter): Promise<UserActor> {
  const find = () => db.selectFrom('users').selectAll().where('email', '=', who.email).executeTakeFirst();
  if (!(await find())) {
    const now = () => new Date();
    const secret = 'only used to hash one password';
    const auth = createAuth({ db, secret, publicUrl: origin, otherOrigins: [], log: () => {} });
    const { id: partyId } = await db
      .selectFrom('parties')
      .select('id')
      .where('is_own', '=', true)
      .where('kind', '=', 'person')
      .where(sql<boolean>`not exists (select from users where users.party_id = parties.id)`)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const account = { name: 'Meter', ...who, locale: 'nl', partyId } as const;
    await createAccounts({ auth, now, forget: () => {} }).create({ db, ...account });
  }
  const user = await find();
  if (!user) throw new Error('the account was not made');
  return { kind: 'user', userId: user.id, role: who.role, partyId: user.party_id, via: 'web' };
}

export async function signIn(who: Meter = meter): Promise<Caller> {
  const door = createCaller(origin, { origin });
  const { email, password } = who;
  const { cookies } = await door.ask({ method: 'POST', path: '/api/auth/sign-in/email', body: { email, password } });
  door.close();
  return createCaller(origin, { cookie: cookies.map((cookie) => cookie.split(';', 1)[0]).join('; '), origin });
}

/** Nobody in particular: who opens a page by its secret link. */
export function visit(): Caller {
  return createCaller(origin, { accept: 'text/html' });
}
