/** Every night: how the firm's customers buy, fitted anew on their own orders. */
import { chooseBuying } from '#engine/choose-buying.ts';
import { listOrders, pickCustomers } from '#store/buying.ts';
import { listMembers } from '#store/members.ts';
import { putSetting } from '#store/settings.ts';
import { listSources } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { dayNumberOf } from '../firm-days.ts';
import { coverageOf } from '../ties/load-ties.ts';
import { type BuyingFit, buyingFitKey, leastCustomers } from './buying-fit.ts';

/** Beyond these the parameters no longer move, and the night is long enough as it is. */
const mostCustomers = 3_000;
const mostLookedAt = 30_000;
const perStretch = 500;

/** Sources that end so little before the others were still heard with them. */
const togetherMs = 7 * 86_400_000;

/** Null: too few customers of whom is known until lately whether they order. */
export async function fitBuyingOfFirm(ctx: Context): Promise<BuyingFit | null> {
  const customers = await gatherCustomers(ctx);
  const heardUntilMs = customers.reduce((latest, { heardMs }) => Math.max(latest, heardMs), 0);
  // Silence is only known where one listens: whose orders were last read long ago says nothing about stopping.
  const heard = customers.filter(({ heardMs }) => heardMs >= heardUntilMs - togetherMs);
  const { timeZone } = await getFirm(ctx.db);
  const chosen =
    heard.length < leastCustomers
      ? null
      : chooseBuying(
          heard.map(({ orderedMs }) => orderedMs.map((atMs) => dayNumberOf(atMs, timeZone))),
          dayNumberOf(heardUntilMs, timeZone),
        );
  const fit = chosen && {
    model: chosen.model,
    customers: chosen.customers,
    heldIn: chosen.heldIn,
    at: ctx.now().toISOString(),
  };
  await transact(ctx.db, (tx) => putSetting(tx, buyingFitKey, fit));
  return fit;
}

interface Customer {
  readonly orderedMs: readonly number[];
  /** Until when their orders were read. */
  readonly heardMs: number;
}

async function gatherCustomers(ctx: Context): Promise<Customer[]> {
  const now = ctx.now();
  const sources = new Map((await listSources(ctx.db)).map((source) => [source.number, source]));
  const customers: Customer[] = [];
  const ids = await pickCustomers(ctx.db, mostLookedAt);
  for (let from = 0; from < ids.length && customers.length < mostCustomers; from += perStretch) {
    const partyIds = ids.slice(from, from + perStretch);
    const members = await listMembers(ctx.db, { partyIds, on: now.toISOString().slice(0, 10) });
    const orders = await listOrders(ctx.db, { members, until: now, viewer: null, onlyWith: null });
    for (const own of Map.groupBy(orders, ({ partyId }) => partyId).values()) {
      const carriers = [...new Set(own.map(({ sourceNumber }) => sourceNumber))].flatMap(
        (one) => sources.get(one) ?? [],
      );
      const heardMs = Math.min(now.getTime(), coverageOf(carriers) ?? now.getTime());
      customers.push({ orderedMs: own.map(({ atMs }) => atMs), heardMs });
    }
  }
  return customers.slice(0, mostCustomers);
}
