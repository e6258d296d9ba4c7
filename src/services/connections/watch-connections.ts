/** Stands by the sources that say so themselves when something comes (IDLE), and has them read at once. */
import { v7 as uuidv7 } from 'uuid';
import type { ConnectionKind, ConnectionSettings } from '#contract/connection-kinds.ts';
import { listPlaces } from '#store/connection-places.ts';
import { type ConnectionRow, findConnection, listWatchable, takeWatch } from '#store/connections.ts';
import type { Context } from '../context.ts';
import { askRun } from './lease.ts';
import { lendReach, readerOf } from './reach.ts';
import { openSecret } from './secrets.ts';

/** Who is connected is watched within this time. */
const lookAgainMs = 3_000;
/** A watch that is not renewed for three times as long is another's to take. */
const renewMs = 20_000;
const watchMs = 3 * renewMs;
/** One process holds so many lines open. */
const mostWatched = 500;
/** After trouble the clock reads it; the watch waits a while. */
const restMs = 60_000;

/** Until the signal says stop. Of several processes one watches each connection. */
export async function watchConnections(house: Context, signal: AbortSignal): Promise<void> {
  const by = uuidv7();
  const kinds = house.ports.readers.filter(({ watch }) => watch !== undefined).map(({ kind }) => kind);
  const watched = new Map<string, AbortController>();
  const renewedAtMs = new Map<string, number>();
  while (!signal.aborted && kinds.length > 0) {
    const wanted = await listWatchable(house.db, { kinds, limit: mostWatched }).catch(() => []);
    const names = new Set(wanted.map(({ id }) => id));
    for (const [id, line] of watched) if (!names.has(id)) line.abort();
    for (const { id } of wanted) {
      const now = house.now();
      if (watched.has(id) && now.getTime() - (renewedAtMs.get(id) ?? 0) < renewMs) continue;
      renewedAtMs.set(id, now.getTime());
      const until = new Date(now.getTime() + watchMs);
      const isMine = await takeWatch(house.db, { id, by, now, until }).catch(() => false);
      if (!isMine) watched.get(id)?.abort();
      else if (!watched.has(id)) begin(house, { id, watched, signal });
    }
    await rest(lookAgainMs, signal);
  }
  for (const line of watched.values()) line.abort();
}

interface Watch {
  readonly id: string;
  readonly watched: Map<string, AbortController>;
  readonly signal: AbortSignal;
}

function begin(house: Context, { id, watched, signal }: Watch): void {
  const line = new AbortController();
  watched.set(id, line);
  const stop = AbortSignal.any([line.signal, signal]);
  const stand = async () => {
    while (!stop.aborted) {
      const row = await findConnection(house.db, { id });
      if (!row || row.deletedAt !== null || row.isPaused) return;
      await standBy(house, row, stop);
      if (!stop.aborted) await askRun(house, house.db, row);
    }
  };
  stand()
    .catch(() => rest(restMs, stop))
    .finally(() => watched.delete(id));
}

async function standBy(house: Context, row: ConnectionRow, signal: AbortSignal): Promise<void> {
  const settings = row.settings as ConnectionSettings;
  const secret = await openSecret(house, row);
  const reach = await lendReach(house, { settings, secret, signal, ownerUserId: row.ownerUserId });
  const places = (await listPlaces(house.db, [row.id])).filter(({ isWanted }) => isWanted);
  await readerOf(house, row.kind as ConnectionKind).watch?.(
    reach,
    places.map(({ place, role, cursor }) => ({ place, role, cursor })),
  );
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
