/** A firm to measure in, with its colleagues. */
import { v7 as uuidv7 } from 'uuid';
import { type Context, type Ports, systemActor } from '#services/context.ts';
import { addColleague } from '#services/parties/add-colleague.ts';
import { makeFirm } from '#services/setup.ts';
import { type Db, openDatabase } from '#store/database.ts';
import { ensureSource, type SourceRow } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { colleagueMail } from './firm-log.ts';

export interface BenchHouse {
  readonly db: Db;
  readonly source: SourceRow;
}

export async function furnish(url: string, colleagues: number, at: Date): Promise<BenchHouse> {
  const db = openDatabase({ url, statementTimeoutMs: 0 });
  const firm = { name: 'Branderij', timeZone: 'Europe/Amsterdam', ownerEmail: colleagueMail(0), at };
  await transact(db, (tx) => makeFirm(tx, firm));
  for (let colleague = 0; colleague < colleagues; colleague += 1) {
    const person = { name: `Collega ${colleague}`, email: colleagueMail(colleague), at };
    await transact(db, (tx) => addColleague(tx, person));
  }
  const label = { kind: 'api', label: 'bench', ownerUserId: null, isPrivate: false, isLive: true };
  return { db, source: await transact(db, (tx) => ensureSource(tx, { ...label, id: uuidv7(), createdAt: at })) };
}

/** The house itself at work: nobody signed in, nothing left for later. */
export function systemContext(db: Db, now: () => Date): Context {
  const ports = new Proxy({} as Ports, {
    get: (_, name) => {
      throw new Error(`${String(name)} is not part of this bench`);
    },
  });
  return { db, now, actor: systemActor, enqueue: async () => undefined, ports };
}
