/** Which of the two models of buying a firm uses: the one that, in the last third of the time, told better who bought again. */

import { type BuyingKind, buyingKinds, expectPurchases, type Fitted, fitBuying } from './buying.ts';
import { type BuyingHistory, countHistories, historyOfDays } from './buying-history.ts';
import { computeAuc } from './calibration.ts';

/** Days of purchase of one customer, in whole days of any calendar. */
export type PurchaseDays = readonly number[];

export interface ChosenBuying extends Fitted {
  readonly customers: number;
  /** What both were worth in the part that neither was fitted on; null where nothing could be held in. */
  readonly heldIn: readonly HeldIn[] | null;
}

export interface HeldIn {
  readonly kind: BuyingKind;
  /** Chance that one who bought again stands above one who did not. */
  readonly auc: number;
  readonly customers: number;
}

const heldInShare = 1 / 3;
const fewestEach = 10;

/**
 * Claim: the fit to go by, from all purchases up to and with `untilDay`; nothing after it is looked at. Both models are
 * fitted on the first two thirds of the time and rank the customers for the last third; the better one is then fitted on
 * everything. (On likelihood alone they differ too little to choose by.) Where too few bought again, or did not, to tell,
 * the likelier. Deterministic. Source: model.md 1.11. Test: buying.test.ts.
 */
export function chooseBuying(customers: readonly PurchaseDays[], untilDay: number): ChosenBuying | null {
  const histories = customers.flatMap((days) => historyOfDays(days, untilDay) ?? []);
  if (histories.length === 0) return null;
  const counted = countHistories(histories);
  const heldIn = compareHeldIn(customers, { untilDay, weeks: Math.max(...histories.map(({ weeks }) => weeks)) });
  if (heldIn) {
    const [best] = heldIn.toSorted((left, right) => right.auc - left.auc);
    if (best) return { ...fitBuying(best.kind, counted), customers: histories.length, heldIn };
  }
  const [likeliest] = buyingKinds
    .map((kind) => fitBuying(kind, counted))
    .sort((left, right) => right.logLikelihood - left.logLikelihood);
  return likeliest ? { ...likeliest, customers: histories.length, heldIn: null } : null;
}

function compareHeldIn(
  customers: readonly PurchaseDays[],
  { untilDay, weeks }: { readonly untilDay: number; readonly weeks: number },
): HeldIn[] | null {
  const heldInWeeks = weeks * heldInShare;
  const cutDay = Math.floor(untilDay - heldInWeeks * 7);
  const known: { history: BuyingHistory; boughtAgain: boolean }[] = [];
  for (const days of customers) {
    const history = historyOfDays(days, cutDay);
    if (history) known.push({ history, boughtAgain: days.some((day) => day > cutDay && day <= untilDay) });
  }
  const again = known.filter(({ boughtAgain }) => boughtAgain).length;
  if (again < fewestEach || known.length - again < fewestEach) return null;
  const counted = countHistories(known.map(({ history }) => history));
  return buyingKinds.map((kind) => {
    const { model } = fitBuying(kind, counted);
    const figures = known.map(({ history }) => expectPurchases(model, history, heldInWeeks));
    return {
      kind,
      auc: computeAuc(
        figures,
        known.map((one) => one.boughtAgain),
      ),
      customers: known.length,
    };
  });
}
