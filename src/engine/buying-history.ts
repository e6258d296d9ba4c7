/** How often somebody bought, as models of buying see it. Time is in weeks since the first purchase. */

export interface BuyingHistory {
  /** x: days of purchase after the first day. */
  readonly repeats: number;
  /** t_x: when the last of them was; 0 where there was none. */
  readonly lastWeek: number;
  /** T: how long one has been looking. */
  readonly weeks: number;
}

/** Many customers with the same history count as one that stands for all of them. */
export interface CountedHistory extends BuyingHistory {
  readonly customers: number;
}

const daysPerWeek = 7;

/**
 * Claim: the history of one customer from the days on which they bought, up to and with `untilDay`. Several purchases on
 * one day are one. null where nothing was bought by then. Test: buying.test.ts.
 */
export function historyOfDays(days: readonly number[], untilDay: number): BuyingHistory | null {
  const known = [...new Set(days)].filter((day) => day <= untilDay).sort((left, right) => left - right);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    repeats: known.length - 1,
    lastWeek: (last - first) / daysPerWeek,
    weeks: (untilDay - first) / daysPerWeek,
  };
}

/** Equal histories taken together: the same likelihood from fewer sums. */
export function countHistories(histories: readonly BuyingHistory[]): CountedHistory[] {
  const counted = new Map<string, { history: BuyingHistory; customers: number }>();
  for (const history of histories) {
    const key = `${history.repeats} ${history.lastWeek} ${history.weeks}`;
    const known = counted.get(key);
    if (known) known.customers += 1;
    else counted.set(key, { history, customers: 1 });
  }
  return [...counted.values()].map(({ history, customers }) => ({ ...history, customers }));
}
