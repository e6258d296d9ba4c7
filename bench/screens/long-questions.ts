/** What is a long computation and says so: how long it takes, and what others wait meanwhile. */
import { sql } from 'kysely';
import type { Db } from '#store/database.ts';
import type { Call, Caller } from '../speed/caller.ts';

export interface LongQuestion {
  readonly name: string;
  readonly tookMs: readonly number[];
  /** The longest that a call of somebody else took while it ran. */
  readonly othersMs: number;
}

const times = 3;

export async function measureLong(db: Db, asker: Caller, other: Caller): Promise<LongQuestion[]> {
  const measured: LongQuestion[] = [];
  for (const { name, call } of await drawLong(db)) {
    const tookMs: number[] = [];
    let othersMs = 0;
    for (let turn = 0; turn < times; turn += 1) {
      let isDone = false;
      const asked = asker.time(call).finally(() => {
        isDone = true;
      });
      // Lets the question get under way before the others' calls begin.
      await new Promise((resolve) => setTimeout(resolve, 5));
      while (!isDone) othersMs = Math.max(othersMs, await other.time({ method: 'GET', path: '/api/me' }));
      tookMs.push(await asked);
    }
    measured.push({ name, tookMs, othersMs });
  }
  return measured;
}

async function drawLong(db: Db): Promise<{ name: string; call: Call }[]> {
  const whatIf = (name: string, body: unknown) => ({
    name: `what if: ${name}`,
    call: { method: 'POST', path: '/api/what-if-runs', body } as const,
  });
  const preview = (name: string, changed: unknown) => ({
    name: `preview: ${name}`,
    call: { method: 'POST', path: '/api/parameters/preview', body: { changed } } as const,
  });
  const { rows } = await sql<{ colleague: string; contact: string; half: string; product: string }>`
    select (select party_id from users order by created_at limit 1) as colleague,
      (select f.party_id from party_figures f join parties p on p.id = f.party_id and p.kind = 'person'
        order by f.bond desc limit 1) as contact,
      to_char(now() - interval '183 days', 'YYYY-MM-DD') as half,
      (select order_line ->> 'product' from interactions where order_line ->> 'product' is not null limit 1) as product`.execute(
    db,
  );
  const [drawn] = rows;
  const price = { kind: 'price', percent: 8, isAnnounced: true };
  return [
    whatIf('prices up 8 %', { question: price }),
    whatIf('a scandal', { question: { kind: 'scandal', percent: 50 } }),
    whatIf('a colleague away', { question: { kind: 'colleague-away', colleagueId: drawn?.colleague } }),
    whatIf('a contact leaves', { question: { kind: 'contact-leaves', contactId: drawn?.contact } }),
    whatIf('a product stops', { question: { kind: 'product-stops', product: drawn?.product } }),
    whatIf('prices up, as of half a year ago', { question: price, asOn: drawn?.half }),
    preview('a weight', { kappaContact: 3 }),
    preview('a half-life, so that logs are folded anew', { halfLifeMailDays: 60 }),
  ];
}
