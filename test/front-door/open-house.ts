/** The whole program in this process, wired as main wires it: door, jobs, connectors, a database of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ApiClient, createClient } from '#contract/client.ts';
import type { ImportRun } from '#contract/imports.ts';
import { buildServer } from '#http/server.ts';
import { defaultLimits } from '#http/settings.ts';
import { getFirstRunToken } from '#services/setup.ts';
import { readConfig } from '../../src/config.ts';
import { type House, openHouse } from '../../src/house.ts';
import { testDatabase } from '../database.ts';

const password = 'koffie met melk';

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly partyId: string;
  readonly client: ApiClient;
  /** For routes that are not in the contract: uploads and files. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

export interface OpenHouse {
  readonly house: House;
  /** Sanne, who opened it. */
  readonly owner: Person;
  letIn(name: string, email: string): Promise<Person>;
  /** Uploads, looks, carries out, and waits until the lists show it. */
  importFile(person: Person, file: ImportedFile): Promise<ImportRun>;
  upload(person: Person, file: ImportedFile): Promise<string>;
  waitFor(person: Person, importId: string, statuses: readonly ImportRun['status'][]): Promise<ImportRun>;
  /** Until no tie's figures are behind. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface ImportedFile {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly ownAddresses?: readonly string[];
  readonly sourceLabel?: string;
}

const longestWaitMs = 120_000;

export async function openTestHouse(): Promise<OpenHouse> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'hecht-house-'));
  const env = { DATABASE_URL: database.url, HECHT_DATA: dataDir, DATABASE_POOL: '6', HECHT_LOG: 'silent' };
  const config = readConfig(env, []);
  const house = await openHouse({ config, log: () => undefined, isPatient: false });
  const { publicUrl } = config;
  const server = await buildServer({
    ...house,
    settings: {
      ...defaultLimits,
      ...{ publicUrl, otherOrigins: [], webFolder: null, uploadFolder: house.uploadFolder, trustedProxies: [] },
      ...{ requestsPerMinute: 1_000_000, signInsPerMinute: 1_000, logLevel: 'silent' },
    },
  });
  await house.work();
  await server.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;

  const signIn = async (email: string): Promise<Person> => {
    const answer = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!answer.ok) throw new Error(`signing in answered ${answer.status}: ${await answer.text()}`);
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const client = createClient({ url, headers: () => ({ cookie }) });
    const { user } = await client.me.get({});
    return {
      ...{ id: user.id, email, partyId: user.partyId ?? '', client },
      fetch: (path, init = {}) => fetch(`${url}${path}`, { ...init, headers: { ...init.headers, cookie } }),
    };
  };
  const token = (await getFirstRunToken(house.db)) ?? '';
  const email = 'sanne@overkant.example';
  const names = { name: 'Sanne', firmName: 'De Overkant', locale: 'nl', timeZone: 'Europe/Amsterdam' } as const;
  await createClient({ url }).setup.create({ body: { token, email, password, ...names } });
  const owner = await signIn(email);

  const upload: OpenHouse['upload'] = async (person, { name, content }) => {
    const body = new FormData();
    body.append('file', new Blob([content]), name);
    const answer = await person.fetch('/api/uploads', { method: 'POST', body });
    if (!answer.ok) throw new Error(`the upload answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { uploadId: string }).uploadId;
  };
  const waitFor: OpenHouse['waitFor'] = async (person, importId, statuses) => {
    for (const startedMs = Date.now(); Date.now() - startedMs < longestWaitMs; ) {
      const run = await person.client.imports.get({ params: { importId } });
      if (statuses.includes(run.status)) return run;
      if (run.status === 'failed') throw new Error(`the import failed: ${run.problem}`);
      await pause(25);
    }
    throw new Error(`the import was not ${statuses.join(' or ')} in time`);
  };
  const settle = async () => {
    for (const startedMs = Date.now(); Date.now() - startedMs < longestWaitMs; await pause(25)) {
      const behind = await house.db.selectFrom('stale_ties').select('tie_id').limit(1).execute();
      if (behind.length === 0) return;
    }
    throw new Error('the figures were not brought up to date in time');
  };
  return {
    house,
    owner,
    upload,
    waitFor,
    settle,
    letIn: async (name, mail) => {
      await owner.client.users.create({ body: { name, email: mail, password, role: 'member', locale: 'nl' } });
      return signIn(mail);
    },
    importFile: async (person, file) => {
      const body = { uploadId: await upload(person, file), fileName: file.name };
      const { id } = await person.client.imports.create({ body });
      await waitFor(person, id, ['previewed']);
      const { ownAddresses, sourceLabel } = file;
      const wanted = { ...(ownAddresses && { ownAddresses: [...ownAddresses] }), ...(sourceLabel && { sourceLabel }) };
      await person.client.imports.start({ params: { importId: id }, body: wanted });
      const run = await waitFor(person, id, ['done', 'cancelled']);
      await settle();
      return run;
    },
    close: async () => {
      await server.close();
      await house.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
