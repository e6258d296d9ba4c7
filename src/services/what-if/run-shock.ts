/** Reads a blow over everything in its scope: totals, and those it would hurt most. */
import type { WhatIfQuestion, WhatIfScope, WhatIfTotals } from '#contract/what-if-runs.ts';
import { readShock, type Shock, type ShockReading } from '#engine/shock.ts';
import { listProductShares, listTouchedParties, type ShockScope } from '#store/shocked-parties.ts';
import type { Context } from '../context.ts';
import { weekOf } from '../figures/weeks.ts';
import { getFirm } from '../firm.ts';
import { getParameters } from '../parameters/parameters.ts';
import { readFilter } from '../parties/read-list.ts';
import { chooseAct } from './choose-act.ts';
import { readShocked, type Shocked } from './shock-stretches.ts';

/** As it is kept: ids and numbers, no names. */
export interface KeptHurt extends Omit<ShockReading, 'strengthBefore'> {
  readonly partyId: string;
  readonly strengthBefore: number;
  readonly n: number;
  readonly ground: Shocked['ground'];
  readonly act: ReturnType<typeof chooseAct>['act'];
  readonly colleagueId: string | null;
}

interface Ask {
  readonly question: WhatIfQuestion;
  readonly scope: WhatIfScope;
  /** The moment it speaks of, and whether that is now. */
  readonly asOf: Date;
  readonly isNow: boolean;
}

const mostShown = 50;
const yearMs = 365 * 86_400_000;

export async function runShock(ctx: Context, ask: Ask): Promise<{ totals: WhatIfTotals; hurt: KeptHurt[] }> {
  const parameters = await getParameters(ctx.db);
  const shock = readQuestion(ask.question);
  const totals = {
    asked: 0,
    gone: 0,
    hurt: 0,
    unknown: 0,
    leaving: 0,
    leavingLow: 0,
    leavingHigh: 0,
    leavingBefore: 0,
  };
  let most: KeptHurt[] = [];
  for await (const stretch of readShocked(ctx.db, await readAsked(ctx, ask))) {
    for (const shocked of stretch) {
      totals.asked += 1;
      if (shocked.isGone) {
        totals.gone += 1;
        continue;
      }
      const reading = readShock(shock, shocked.tie, parameters);
      totals.hurt += reading.isHurt ? 1 : 0;
      totals.unknown += shocked.ground === 'segment' ? 1 : 0;
      totals.leaving += reading.endsAfter - reading.endsBefore;
      totals.leavingLow += reading.endsLow - reading.endsBefore;
      totals.leavingHigh += reading.endsHigh - reading.endsBefore;
      totals.leavingBefore += reading.endsBefore;
      if (reading.loss <= 0 || (most.length >= 2 * mostShown && reading.loss < (most[mostShown - 1]?.loss ?? 0)))
        continue;
      most.push({ ...reading, ...factsOf(shocked), ...chooseAct(ask.question, shocked, reading) });
      if (most.length >= 4 * mostShown) most = trim(most);
    }
  }
  return { totals, hurt: trim(most) };
}

function trim(list: readonly KeptHurt[]): KeptHurt[] {
  return list
    .toSorted((x, y) => Number(y.isHurt) - Number(x.isHurt) || y.loss - x.loss || (x.partyId < y.partyId ? -1 : 1))
    .slice(0, mostShown);
}

function factsOf({ partyId, n, ground }: Shocked) {
  return { partyId, n, ground };
}

function readQuestion(question: WhatIfQuestion): Shock {
  switch (question.kind) {
    case 'price':
      return { kind: 'price', rise: question.percent / 100, isAnnounced: question.isAnnounced };
    case 'scandal':
      return { kind: 'scandal', severity: question.percent / 100 };
    case 'colleague-away': {
      const { colleagueId, carriedPercent } = question;
      return {
        kind: 'colleague-away',
        colleagueId,
        carried: carriedPercent === undefined ? null : carriedPercent / 100,
      };
    }
    case 'contact-leaves':
      return question;
    case 'product-stops':
      return { kind: 'product-stops' };
  }
}

async function readAsked(ctx: Context, { question, scope, asOf, isNow }: Ask) {
  const { timeZone } = await getFirm(ctx.db);
  const isOfPeople = question.kind === 'colleague-away' || question.kind === 'contact-leaves';
  const person = isOfPeople ? (question.kind === 'colleague-away' ? question.colleagueId : question.contactId) : null;
  const shares =
    question.kind === 'product-stops'
      ? await listProductShares(ctx.db, { product: question.product, since: new Date(asOf.getTime() - yearMs) })
      : [];
  const productShares = new Map(shares.map(({ partyId, share }) => [partyId, share]));
  return {
    scope: await readScope(ctx, scope),
    among: person !== null ? await listTouchedParties(ctx.db, person) : productsAmong(question, productShares),
    nowMs: asOf.getTime(),
    on: asOf.toISOString().slice(0, 10),
    // The last week that was whole by then.
    week: isNow ? null : weekOf(asOf.getTime(), timeZone) - 1,
    needsStrands: isOfPeople,
    productShares,
  };
}

function productsAmong(question: WhatIfQuestion, shares: ReadonlyMap<string, number>): string[] | null {
  return question.kind === 'product-stops' ? [...shares.keys()] : null;
}

async function readScope(ctx: Context, scope: WhatIfScope): Promise<ShockScope> {
  if (scope.kind !== 'segment') return scope;
  return { kind: 'segment', filter: await readFilter(ctx, { filter: scope.filter }, 'body.scope.filter') };
}
