/** The whole door in-process, on a database of its own: sign in, call the typed client, look at raw answers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type pg from 'pg';
import { createCalendars } from '#connectors/caldav/calendars.ts';
import { dropReader } from '#connectors/drop/drop-reader.ts';
import { createMailOpener } from '#connectors/mail-view/mail-opener.ts';
import { connectors, suggestOwnAddresses } from '#connectors/registry.ts';
import { type ApiClient, createClient } from '#contract/client.ts';
import { createAccounts } from '#http/accounts.ts';
import { type Actors, createActors } from '#http/actors.ts';
import { type Auth, type AuthOptions, createAuth } from '#http/auth.ts';
import { buildServer } from '#http/server.ts';
import { defaultLimits, type HttpSettings } from '#http/settings.ts';
import { removeUploads, uploadPath } from '#http/upload-path.ts';
import { openOutgoing } from '#outgoing/open-outgoing.ts';
import type { Context, Job } from '#services/context.ts';
import { addColleague } from '#services/parties/add-colleague.ts';
import { createSeals } from '#services/seals.ts';
import { makeFirm } from '#services/setup.ts';
import { type Db, openDatabase } from '#store/database.ts';
import { transact } from '#store/transact.ts';
import { testDatabase } from './database.ts';

const publicUrl = 'http://127.0.0.1:4321';

export interface TestUser {
  readonly id: string;
  readonly email: string;
  readonly cookie: string;
  readonly partyId: string;
  readonly client: ApiClient;
}

export interface TestApp {
  readonly server: FastifyInstance;
  readonly db: Db;
  readonly databaseUrl: string;
  readonly auth: Auth;
  readonly actors: Actors;
  readonly context: Omit<Context, 'actor'>;
  /** Jobs that were left, in order; nothing runs them by itself here. */
  readonly jobs: Job[];
  readonly uploadFolder: string;
  readonly settings: HttpSettings;
  readonly authOptions: Omit<AuthOptions, 'db'>;
  /** The same database, past the door. */
  readonly admin: pg.Pool;
  addUser(name: string, role?: 'owner' | 'member'): Promise<TestUser>;
  signIn(email: string): Promise<string>;
  call(options: InjectOptions & { cookie?: string }): Promise<LightMyRequestResponse>;
  client(headers?: Record<string, string>): ApiClient;
  close(): Promise<void>;
}

export const testPassword = 'koffie met melk';

export async function testApp(changed: Partial<HttpSettings> = {}): Promise<TestApp> {
  const database = await testDatabase();
  const db = openDatabase({ url: database.url, maxConnections: 5 });
  const uploadFolder = await mkdtemp(join(tmpdir(), 'hecht-uploads-'));
  const settings: HttpSettings = {
    ...defaultLimits,
    publicUrl,
    otherOrigins: [],
    webFolder: null,
    uploadFolder,
    trustedProxies: [],
    requestsPerMinute: 100_000,
    signInsPerMinute: 1_000,
    logLevel: 'silent',
    ...changed,
  };
  const now = () => new Date();
  const jobs: Job[] = [];
  const firm = { name: 'Branderij De Overkant', timeZone: 'Europe/Amsterdam', ownerEmail: 'joris@overkant.example' };
  await transact(db, (tx) => makeFirm(tx, { ...firm, at: now() }));
  const secret = 'a secret for tests only, of 32 characters';
  const authOptions = { secret, publicUrl, otherOrigins: [], log: ignore };
  const auth = createAuth({ ...authOptions, db });
  const actors = createActors({ auth, db, now });
  const accounts = createAccounts({ auth, now, forget: actors.forget });
  const context: Omit<Context, 'actor'> = {
    db,
    now,
    enqueue: async (job) => void jobs.push(job),
    ports: {
      accounts,
      connectors,
      readers: [],
      dropAddress: null,
      dropReader,
      calendars: createCalendars(),
      oauth: [],
      mailOpener: createMailOpener(),
      uploadPath: (upload) => uploadPath(uploadFolder, upload),
      fileFolder: join(uploadFolder, 'kept'),
      removeUploads: (which) => removeUploads(uploadFolder, which),
      suggestOwnAddresses,
      seals: createSeals(secret),
      outgoing: openOutgoing({ publicUrl }),
      demo: { load: async () => undefined, remove: async () => undefined },
    },
  };
  const server = await buildServer({
    settings,
    db,
    databaseUrl: database.url,
    auth,
    actors,
    contextFor: (actor) => ({ ...context, actor }),
  });

  const call: TestApp['call'] = ({ cookie, ...options }) =>
    server.inject({ ...options, headers: { ...options.headers, ...(cookie ? { cookie } : {}) } });
  const client: TestApp['client'] = (headers = {}) =>
    createClient({ url: publicUrl, headers: () => headers, fetch: (request) => injectFetch(server, request) });

  const signIn: TestApp['signIn'] = async (email) => {
    const answer = await call({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      payload: { email, password: testPassword },
    });
    if (answer.statusCode !== 200) throw new Error(`signing in answered ${answer.statusCode}: ${answer.body}`);
    return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  };
  const addUser: TestApp['addUser'] = async (name, role = 'member') => {
    const email = `${name.toLowerCase()}@overkant.example`;
    const partyId = await transact(db, (tx) => addColleague(tx, { name, email, at: now() }));
    const account = { name, email, password: testPassword, role, locale: 'nl' as const, partyId };
    const id = await accounts.create({ db, ...account });
    const cookie = await signIn(email);
    return { id, email, cookie, partyId, client: client({ cookie }) };
  };
  const close = async () => {
    await server.close();
    await db.destroy();
    await database.drop();
    await rm(uploadFolder, { recursive: true, force: true });
  };
  const parts = {
    server,
    db,
    databaseUrl: database.url,
    auth,
    actors,
    context,
    jobs,
    uploadFolder,
    settings,
    authOptions,
    admin: database.pool,
  };
  return { ...parts, addUser, signIn, call, client, close };
}

async function injectFetch(server: FastifyInstance, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const body = request.method === 'GET' ? undefined : await request.text();
  const answer = await server.inject({
    method: request.method as 'GET',
    url: `${url.pathname}${url.search}`,
    headers: Object.fromEntries(request.headers),
    ...(body ? { payload: body } : {}),
  });
  return new Response(answer.body, { status: answer.statusCode, headers: answer.headers as Record<string, string> });
}

function ignore(): void {}
