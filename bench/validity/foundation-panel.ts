/** V5: the next brand a household takes, and whether it leaves its favourite; learnt from the first 80 % of each. */
import { featuresOf, learnChoices, type Purchase, rememberPurchase } from '#engine/brand-choice.ts';
import { chancesOf } from '#engine/choice-model.ts';
import { computeAuc } from './ranking.ts';

export interface FoundationOutcome {
  readonly file: string;
  readonly buyers: number;
  readonly learnt: number;
  readonly tested: number;
  /** Always saying the shares of the market. */
  readonly logLossShares: number;
  readonly logLoss: number;
  readonly hitRate: number;
  readonly leaves: number;
  readonly aucLeaves: number;
}

const learntShare = 0.8;

/** `id,disp.<brand>..,feat.<brand>..,price.<brand>..,choice`; displays and features may be missing. */
export function parsePanel(text: string, brands: readonly string[]): Map<string, Purchase[]> {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const names = cellsOf(head);
  const place = (name: string) => names.indexOf(name);
  const missing = ['id', 'choice', ...brands.map((brand) => `price.${brand}`)].filter((name) => place(name) < 0);
  if (missing.length > 0) throw new Error(`no column ${missing.join(', ')}`);
  const buyers = new Map<string, Purchase[]>();
  lines.forEach((line, index) => {
    const cells = cellsOf(line);
    const chosen = brands.indexOf(cells[place('choice')] ?? '');
    // A brand nobody asked about is no choice among these.
    if (chosen < 0) return;
    const read = (kind: string) =>
      brands.map((brand) => {
        const at = place(`${kind}.${brand}`);
        const value = at < 0 ? 0 : Number(cells[at]);
        if (!Number.isFinite(value)) throw new Error(`line ${index + 2}: ${kind}.${brand} is not a number`);
        return value;
      });
    const buyer = cells[place('id')] ?? '';
    const purchase = { prices: read('price'), displays: read('disp'), features: read('feat'), chosen };
    buyers.set(buyer, [...(buyers.get(buyer) ?? []), purchase]);
  });
  return buyers;
}

function cellsOf(line: string): string[] {
  return line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

export function measureFoundation(file: string, text: string, brands: readonly string[]): FoundationOutcome {
  const buyers = [...parsePanel(text, brands).values()];
  const cutOf = (purchases: readonly Purchase[]) => Math.floor(purchases.length * learntShare);
  const learnt = buyers.map((purchases) => purchases.slice(0, cutOf(purchases)));
  const { market, memories, fit } = learnChoices(learnt, brands.length);
  let [loss, lossShares, hits, tested] = [0, 0, 0, 0];
  const leaving: number[] = [];
  const left: boolean[] = [];
  buyers.forEach((purchases, index) => {
    const buyer = memories[index];
    if (!buyer) return;
    const favourite = largestAt(buyer.counts);
    for (const purchase of purchases.slice(cutOf(purchases))) {
      const chances = chancesOf(featuresOf(buyer, purchase, market), fit.beta);
      loss -= Math.log(chances[purchase.chosen] ?? 0);
      lossShares -= Math.log(market.shares[purchase.chosen] ?? 0);
      if (largestAt(chances) === purchase.chosen) hits += 1;
      leaving.push(1 - (chances[favourite] ?? 0));
      left.push(purchase.chosen !== favourite);
      tested += 1;
      rememberPurchase(buyer, purchase.chosen);
    }
  });
  if (tested === 0) throw new Error('nobody bought often enough to hold something back');
  return {
    file,
    buyers: buyers.length,
    learnt: fit.rows,
    tested,
    logLossShares: lossShares / tested,
    logLoss: loss / tested,
    hitRate: hits / tested,
    leaves: left.filter(Boolean).length,
    aucLeaves: computeAuc(leaving, left),
  };
}

function largestAt(values: Float64Array): number {
  return values.reduce((best, value, at) => (value > (values[best] ?? -Infinity) ? at : best), 0);
}
