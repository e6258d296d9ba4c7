/** Nightly: what orders with prices say about brand and price, and readings that time has moved. */
import { learnChoices, type Purchase, readDrivers } from '#engine/brand-choice.ts';
import { listOldFoundations } from '#store/foundations.ts';
import {
  listOfferedOrders,
  listPartyChoices,
  type OfferedOrder,
  type PartyChoicesRow,
  replacePartyChoices,
} from '#store/party-choices.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { refreshFoundations } from './refresh-foundation.ts';

/** The latest orders that one model is learnt from; more would take memory and say nothing new. */
const mostOrders = 20_000;
const mostBrands = 8;
/** Fewer of one buyer say nothing about that buyer; fewer of all, nothing about anybody. */
const fewestOfOne = 8;
const fewestOfAll = 60;
const stretch = 100;
const dayMs = 86_400_000;

export async function refreshAllFoundations(ctx: Context, signal?: AbortSignal): Promise<number> {
  const rows = readPartyChoices(await listOfferedOrders(ctx.db, mostOrders));
  const at = ctx.now();
  const userId = null;
  await transact(ctx.db, async (tx) => {
    await replacePartyChoices(tx, rows, at);
  });
  let refreshed = 0;
  const chosen = [
    ...(
      await listPartyChoices(
        ctx.db,
        rows.map(({ partyId }) => partyId),
      )
    ).keys(),
  ];
  for (let from = 0; from < chosen.length && !signal?.aborted; from += stretch) {
    const partyIds = chosen.slice(from, from + stretch);
    await transact(ctx.db, (tx) => refreshFoundations(tx, { partyIds, at, userId }));
    refreshed += partyIds.length;
  }
  // One that was made again within the day is not old; each is taken once, because it is then of `at`.
  const before = new Date(at.getTime() - dayMs / 2);
  while (!signal?.aborted) {
    const partyIds = await listOldFoundations(ctx.db, { before, limit: stretch });
    if (partyIds.length === 0) break;
    await transact(ctx.db, (tx) => refreshFoundations(tx, { partyIds, at, userId }));
    refreshed += partyIds.length;
  }
  return refreshed;
}

/** One model over the offers that nearly everybody was shown; what else was on the shelf is left out. */
export function readPartyChoices(orders: readonly OfferedOrder[]): PartyChoicesRow[] {
  const brands = commonBrands(orders);
  if (brands.length < 2) return [];
  const byBuyer = new Map<string, Purchase[]>();
  for (const { buyerId, offers, chosen } of orders) {
    const at = brands.indexOf(chosen);
    if (at < 0 || brands.some((brand) => offers[brand] === undefined)) continue;
    const prices = brands.map((brand) => offers[brand] ?? 0);
    const none = brands.map(() => 0);
    byBuyer.set(buyerId, [...(byBuyer.get(buyerId) ?? []), { prices, displays: none, features: none, chosen: at }]);
  }
  const purchases = [...byBuyer.values()];
  if (purchases.reduce((sum, list) => sum + list.length, 0) < fewestOfAll) return [];
  const { market, fit } = learnChoices(purchases, brands.length);
  return [...byBuyer]
    .filter(([, list]) => list.length >= fewestOfOne)
    .map(([partyId, list]) => ({ partyId, shares: readDrivers(list, market, fit), n: list.length }));
}

function commonBrands(orders: readonly OfferedOrder[]): string[] {
  const counts = new Map<string, number>();
  for (const { offers } of orders)
    for (const name of Object.keys(offers)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count * 2 >= orders.length)
    .toSorted(([left, many], [right, few]) => few - many || (left < right ? -1 : 1))
    .slice(0, mostBrands)
    .map(([name]) => name);
}
