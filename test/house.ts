/** A small firm to test use cases in: one owner, one member, a clock that stands still until moved. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { createCalendars } from '#connectors/caldav/calendars.ts';
import { dropReader } from '#connectors/drop/drop-reader.ts';
import { createMailOpener } from '#connectors/mail-view/mail-opener.ts';
import { openOutgoing } from '#outgoing/open-outgoing.ts';
import type { Accounts, Context, Job, UserActor } from '#services/context.ts';
import { addColleague } from '#services/parties/add-colleague.ts';
import { createSeals } from '#services/seals.ts';
import { makeFirm } from '#services/setup.ts';
import { type Db, openDatabase } from '#store/database.ts';
import { transact } from '#store/transact.ts';
import { testDatabase } from './database.ts';

export interface House {
  readonly db: Db;
  /** Sanne's: owner. */
  readonly sanne: Context;
  /** Bram's: member. */
  readonly bram: Context;
  /** The house itself. */
  readonly system: Context;
  /** Jobs that were left, oldest first. */
  readonly jobs: Job[];
  readonly url: string;
  setNow(at: Date): void;
  drop(): Promise<void>;
}

export const testNow = new Date('2026-11-21T09:00:00.000Z');

/** Accounts without passwords: signing in is tested where it lives. */
const accounts: Accounts = {
  async create({ db, name, email, role, locale, partyId }) {
    const id = uuidv7();
    const at = { created_at: testNow, updated_at: testNow };
    await db
      .insertInto('users')
      .values({ id, name, email, role, locale, party_id: partyId, ...at })
      .execute();
    return id;
  },
  setPassword: async () => undefined,
  async revoke({ db, userId }) {
    await db.deleteFrom('sessions').where('user_id', '=', userId).execute();
  },
};

export async function testHouse(options: Partial<Context['ports']> = {}): Promise<House> {
  const database = await testDatabase();
  // A machine that is busy with other tests is no reason to give up on a statement.
  const db = openDatabase({ url: database.url, statementTimeoutMs: 60_000 });
  const jobs: Job[] = [];
  // Made by what writes there first.
  const folder = join(tmpdir(), `hecht-house-${uuidv7()}`);
  let now = testNow;
  const ports: Context['ports'] = {
    accounts,
    connectors: [],
    readers: [],
    dropAddress: null,
    dropReader,
    calendars: createCalendars(),
    oauth: [],
    mailOpener: createMailOpener(),
    uploadPath: ({ uploadId }) => join(folder, 'uploads', uploadId),
    fileFolder: join(folder, 'files'),
    removeUploads: async () => undefined,
    suggestOwnAddresses: async () => [],
    seals: createSeals('a secret for tests only, of 32 characters'),
    outgoing: openOutgoing({ publicUrl: 'http://127.0.0.1:4321' }),
    demo: { load: async () => undefined, remove: async () => undefined },
    ...options,
  };
  const base = { db, now: () => now, ports, enqueue: async (job: Job) => void jobs.push(job) };
  await transact(db, (tx) =>
    makeFirm(tx, {
      name: 'Branderij De Overkant',
      timeZone: 'Europe/Amsterdam',
      ownerEmail: 'sanne@overkant.nl',
      at: now,
    }),
  );
  const letIn = async (name: string, email: string, role: UserActor['role']): Promise<Context> => {
    const partyId = await transact(db, (tx) => addColleague(tx, { name, email, at: now }));
    const userId = await accounts.create({ db, name, email, password: '', role, locale: 'nl', partyId });
    return { ...base, actor: { kind: 'user', userId, role, partyId, via: 'web' } };
  };
  return {
    db,
    sanne: await letIn('Sanne de Vries', 'sanne@overkant.nl', 'owner'),
    bram: await letIn('Bram Jansen', 'bram@overkant.nl', 'member'),
    system: { ...base, actor: { kind: 'system' } },
    jobs,
    url: database.url,
    setNow: (at) => {
      now = at;
    },
    async drop() {
      await db.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
