/**
 * What is bought, kept in memory where counting it takes long: then who asks gets what was counted at most so long ago, and it
 * is counted anew behind the answer.
 */
import type { Db } from '#store/database.ts';
import { listProducts } from '#store/shocked-parties.ts';
import type { Context } from '../context.ts';

type Products = Awaited<ReturnType<typeof listProducts>>;

interface Kept {
  readonly products: Products;
  readonly atMs: number;
}

const shelves = new WeakMap<Db, Kept>();
const counting = new WeakMap<Db, Promise<Products>>();
/** So quickly counted that it is not kept. */
const quickMs = 150;
const keptMs = 10 * 60_000;
const yearMs = 365 * 86_400_000;

export async function getProducts(ctx: Context): Promise<Products> {
  const kept = shelves.get(ctx.db);
  if (!kept) return count(ctx);
  if (performance.now() - kept.atMs > keptMs) void count(ctx).catch(() => undefined);
  return kept.products;
}

/** Asked for by several at once, it is counted once. */
function count(ctx: Context): Promise<Products> {
  const running = counting.get(ctx.db);
  if (running) return running;
  const counted = read(ctx).finally(() => counting.delete(ctx.db));
  counting.set(ctx.db, counted);
  return counted;
}

async function read(ctx: Context): Promise<Products> {
  const begunMs = performance.now();
  const products = await listProducts(ctx.db, new Date(ctx.now().getTime() - yearMs));
  const atMs = performance.now();
  if (atMs - begunMs > quickMs) shelves.set(ctx.db, { products, atMs });
  else shelves.delete(ctx.db);
  return products;
}
