/** Whether a relation still buys and how many orders to expect of it, from its own orders and what the firm's customers are like. */
import type { Buying } from '#contract/buying.ts';
import { readBuying } from '#engine/buying.ts';
import { historyOfDays } from '#engine/buying-history.ts';
import { listOrders, type OrderRow } from '#store/buying.ts';
import { listMembers } from '#store/members.ts';
import { findParty } from '#store/parties.ts';
import { listSources } from '#store/sources.ts';
import { allow, viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { dayNumberOf } from '../firm-days.ts';
import { viewOf } from '../parties/get-party.ts';
import { coverageOf } from '../ties/load-ties.ts';
import { type BuyingFit, getBuyingFit } from './buying-fit.ts';

/** Next quarter. */
const weeksAhead = 13;
const mostShown = 8;

export async function getBuying(ctx: Context, input: { partyId: string }): Promise<{ buying: Buying | null }> {
  const row = allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  if (row.isOwn) return { buying: null };
  const members = await listMembers(ctx.db, { partyIds: [row.id], on: ctx.now().toISOString().slice(0, 10) });
  const orders = await listOrders(ctx.db, {
    members,
    until: ctx.now(),
    viewer: viewerOf(ctx.actor),
    onlyWith: viewOf(ctx, row).onlyOurs,
  });
  const last = orders.at(-1);
  if (!last) return { buying: null };
  const numbers = new Set(orders.map(({ sourceNumber }) => sourceNumber));
  const carriers = (await listSources(ctx.db)).filter(({ number }) => numbers.has(number));
  const nowMs = ctx.now().getTime();
  // Silence is known only where one listens: no further than the orders were read.
  const asOfMs = Math.max(last.atMs, Math.min(nowMs, coverageOf(carriers) ?? nowMs));
  const { timeZone } = await getFirm(ctx.db);
  return { buying: describeBuying({ orders, asOfMs, timeZone, fit: await getBuyingFit(ctx.db) }) };
}

interface Input {
  readonly orders: readonly OrderRow[];
  readonly asOfMs: number;
  readonly timeZone: string;
  readonly fit: BuyingFit;
}

function describeBuying({ orders, asOfMs, timeZone, fit }: Input): Buying | null {
  const days = orders.map(({ atMs }) => dayNumberOf(atMs, timeZone));
  const history = historyOfDays(days, dayNumberOf(asOfMs, timeZone));
  if (!history) return null;
  const { kind, ...parameters } = fit.model;
  const shown = orders.slice(-mostShown).reverse();
  return {
    ...readBuying(fit.model, history, weeksAhead),
    weeksAhead,
    asOf: new Date(asOfMs).toISOString(),
    history,
    orders: shown.map(({ interactionId, atMs }) => ({ interactionId, at: new Date(atMs).toISOString() })),
    left: orders.length - shown.length,
    fit: {
      kind,
      parameters,
      customers: fit.customers,
      at: fit.at,
      heldIn: fit.heldIn === null ? null : fit.heldIn.map((one) => ({ ...one })),
    },
  };
}
