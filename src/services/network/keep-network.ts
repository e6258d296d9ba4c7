/**
 * The network in memory, one a process. It is read anew when something was changed since; one that takes long to read is
 * kept for at least twenty times as long, and read behind the answer, so that reading never takes more than a twentieth
 * of the time. What may be shown is asked of the database with every answer, however old the network is.
 */
import type { Db } from '#store/database.ts';
import { findLastChange } from '#store/network.ts';
import type { Context } from '../context.ts';
import { settleFigures } from '../figures/refresh-soon.ts';
import { loadNetwork, type Network } from './network.ts';

interface Kept {
  readonly network: Network;
  readonly change: string | null;
  readonly atMs: number;
  readonly tookMs: number;
}

interface Shelf {
  kept: Kept | null;
  loading: Promise<Kept> | null;
}

const shelves = new WeakMap<Db, Shelf>();
/** So quickly read that one waits for it. */
const quickMs = 150;
const keptTimes = 20;
/** What comes in by itself (mail, orders) is no noted change. */
const mostAgeMs = 5 * 60_000;

export async function getNetwork(ctx: Context): Promise<Network> {
  const shelf = shelves.get(ctx.db) ?? { kept: null, loading: null };
  shelves.set(ctx.db, shelf);
  if (!shelf.kept) return (await load(ctx, shelf)).network;
  const { kept } = shelf;
  const ageMs = performance.now() - kept.atMs;
  const isOld = ageMs > mostAgeMs || (await findLastChange(ctx.db)) !== kept.change || isOtherDay(ctx, kept);
  if (!isOld) return kept.network;
  if (kept.tookMs <= quickMs) return (await load(ctx, shelf)).network;
  if (ageMs > kept.tookMs * keptTimes) void load(ctx, shelf).catch(() => undefined);
  return kept.network;
}

function isOtherDay(ctx: Context, { network }: Kept): boolean {
  return ctx.now().toISOString().slice(0, 10) !== network.asOf.toISOString().slice(0, 10);
}

/** Asked for by several at once, it is read once. */
function load(ctx: Context, shelf: Shelf): Promise<Kept> {
  shelf.loading ??= read(ctx)
    .then((kept) => {
      shelf.kept = kept;
      return kept;
    })
    .finally(() => {
      shelf.loading = null;
    });
  return shelf.loading;
}

async function read(ctx: Context): Promise<Kept> {
  await settleFigures(ctx.db, ctx.now);
  const atMs = performance.now();
  const change = await findLastChange(ctx.db);
  const network = await loadNetwork(ctx.db, ctx.now());
  return { network, change, atMs, tookMs: performance.now() - atMs };
}
