/** What other screens should hear of: said in the writing transaction, once, and carried to every process by PostgreSQL. */
import { sql } from 'kysely';
import pg from 'pg';
import type { Tx } from './database.ts';
import { beforeCommit } from './transact.ts';

export interface LiveWord {
  /** Of these something changed. */
  readonly parties: readonly string[];
  /** Of what passes in these something changed. Whose they are is looked up by who hears it, not by who writes. */
  readonly ties: readonly string[];
  /** More of them than a word can name. */
  readonly isMany: boolean;
  /** Lists of other things, by the name under which a screen reads them. */
  readonly topics: readonly string[];
  /** Set: for this user alone. */
  readonly only: string | null;
}

interface Said {
  readonly partyIds?: readonly string[];
  readonly tieIds?: readonly string[];
  readonly topics?: readonly string[];
  readonly only?: string | null;
}

interface Gathered {
  readonly partyIds: Set<string>;
  readonly tieIds: Set<string>;
  readonly topics: Set<string>;
}

const channel = 'hecht_live';
/** A payload holds 8,000 bytes. */
const mostNamed = 150;
const gathering = new WeakMap<Tx, Map<string | null, Gathered>>();

export function sayLive(tx: Tx, { partyIds = [], tieIds = [], topics = [], only = null }: Said): void {
  if (partyIds.length + tieIds.length + topics.length === 0) return;
  const known = gathering.get(tx) ?? begin(tx);
  if (!known) return;
  const gathered = known.get(only) ?? { partyIds: new Set(), tieIds: new Set(), topics: new Set() };
  known.set(only, gathered);
  for (const id of partyIds) gathered.partyIds.add(id);
  for (const id of tieIds) gathered.tieIds.add(id);
  for (const topic of topics) gathered.topics.add(topic);
}

function begin(tx: Tx): Map<string | null, Gathered> | null {
  const known = new Map<string | null, Gathered>();
  const isHeard = beforeCommit(tx, async () => {
    gathering.delete(tx);
    for (const [only, gathered] of known) await send(tx, only, gathered);
  });
  if (isHeard) gathering.set(tx, known);
  return isHeard ? known : null;
}

async function send(tx: Tx, only: string | null, { partyIds, tieIds, topics }: Gathered): Promise<void> {
  const isMany = partyIds.size + tieIds.size > mostNamed;
  const [parties, ties] = isMany ? [[], []] : [[...partyIds], [...tieIds]];
  const word: LiveWord = { parties, ties, isMany, topics: [...topics], only };
  await sql`select pg_notify(${channel}, ${JSON.stringify(word)})`.execute(tx);
}

interface Listening {
  readonly url: string;
  readonly onWord: (word: LiveWord) => void;
  /** Heard again after a silence in which something may have been said. */
  readonly onGap: () => void;
}

const [firstWaitMs, longestWaitMs, proveEveryMs] = [250, 10_000, 20_000];

/** One connection for the whole process; comes back by itself. */
export function listenLive({ url, onWord, onGap }: Listening): { stop(): Promise<void> } {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let [isStopped, waitMs] = [false, firstWaitMs];

  const lose = (lost: pg.Client) => {
    if (client !== lost) return;
    client = null;
    void lost.end().catch(() => undefined);
    again();
  };
  const again = () => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(connect, waitMs).unref();
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  };
  const prove = (of: pg.Client) => {
    // A connection that a firewall forgot says nothing at all: it is asked now and then.
    clearTimeout(timer);
    timer = setTimeout(() => {
      of.query('select 1').then(
        () => prove(of),
        () => lose(of),
      );
    }, proveEveryMs).unref();
  };
  const connect = async () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'hecht live',
      keepAlive: true,
      query_timeout: 5_000,
      connectionTimeoutMillis: 5_000,
    });
    client = next;
    next.on('error', () => lose(next));
    next.on('end', () => lose(next));
    next.on('notification', ({ payload = '' }) => onWord(JSON.parse(payload) as LiveWord));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      waitMs = firstWaitMs;
      onGap();
      prove(next);
    } catch {
      lose(next);
    }
  };
  void connect();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}
