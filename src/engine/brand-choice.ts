/** Why this one and not another: what a buyer's own choices among offers with prices say (Guadagni & Little's loyalty). */
import { type ChoiceFit, type ChoiceRow, chancesOf, fitChoices } from './choice-model.ts';

/** One purchase: what was on offer, at which prices, and what was taken. Brands by their place in the list of all. */
export interface Purchase {
  readonly prices: readonly number[];
  /** 1 where it stood out that day. */
  readonly displays: readonly number[];
  readonly features: readonly number[];
  readonly chosen: number;
}

/** Ground: lambda M, confirmed C on three panels; the others D, from model.md 1.10 and bench V5. */
export const brandDefaults = { lambda: 0.875, recentLambda: 0.6, shareWeight: 2, floor: 0.02, ridge: 1 } as const;

export type Driver = 'brand' | 'price';
/** The features behind the constants of the brands, and what each speaks for. */
const drivers = ['brand', 'brand', 'brand', 'price', 'price', 'price'] as const satisfies readonly Driver[];
const [loyaltyAt, recentAt, shareAt, priceAt, displayAt, featureAt] = [0, 1, 2, 3, 4, 5] as const;

/** What is remembered of a buyer; made anew for each, then told purchase by purchase. O(brands) each. */
export interface BuyerMemory {
  readonly loyalty: Float64Array;
  readonly recent: Float64Array;
  readonly counts: Float64Array;
  purchases: number;
}

export interface Market {
  /** Shares of all purchases that were learnt from. */
  readonly shares: readonly number[];
  readonly meanPrice: number;
}

export function marketOf(purchases: readonly Purchase[], brandCount: number): Market {
  const counts = Array.from({ length: brandCount }, () => 1);
  let prices = 0;
  let offers = 0;
  for (const { chosen, prices: offered } of purchases) {
    counts[chosen] = (counts[chosen] ?? 0) + 1;
    for (const price of offered) prices += price;
    offers += offered.length;
  }
  const sum = purchases.length + brandCount;
  return { shares: counts.map((count) => count / sum), meanPrice: offers > 0 ? prices / offers || 1 : 1 };
}

export function newBuyer(market: Market): BuyerMemory {
  return {
    loyalty: Float64Array.from(market.shares),
    recent: Float64Array.from(market.shares),
    counts: new Float64Array(market.shares.length),
    purchases: 0,
  };
}

/** Claim: L <- lambda L + (1 - lambda) 1[chosen]; sums to 1. Source: Guadagni & Little 1983. Test: brand-choice.test.ts. */
export function rememberPurchase(buyer: BuyerMemory, chosen: number): void {
  const { lambda, recentLambda } = brandDefaults;
  for (let brand = 0; brand < buyer.loyalty.length; brand += 1) {
    const took = brand === chosen ? 1 : 0;
    buyer.loyalty[brand] = lambda * (buyer.loyalty[brand] ?? 0) + (1 - lambda) * took;
    buyer.recent[brand] = recentLambda * (buyer.recent[brand] ?? 0) + (1 - recentLambda) * took;
  }
  buyer.counts[chosen] = (buyer.counts[chosen] ?? 0) + 1;
  buyer.purchases += 1;
}

/** The features of every brand for this buyer at this moment: constants first, then loyalty, recent, share, price, promotion. */
export function featuresOf(buyer: BuyerMemory, offer: Omit<Purchase, 'chosen'>, market: Market): Float64Array {
  const brandCount = market.shares.length;
  const width = widthOf(brandCount);
  const { shareWeight, floor } = brandDefaults;
  const features = new Float64Array(brandCount * width);
  for (let brand = 0; brand < brandCount; brand += 1) {
    const row = brand * width;
    if (brand > 0) features[row + brand - 1] = 1;
    const base = row + brandCount - 1;
    const share = (buyer.counts[brand] ?? 0) + shareWeight * (market.shares[brand] ?? 0);
    features[base + loyaltyAt] = Math.log((buyer.loyalty[brand] ?? 0) + floor);
    features[base + recentAt] = Math.log((buyer.recent[brand] ?? 0) + floor);
    features[base + shareAt] = Math.log(share / (buyer.purchases + shareWeight));
    features[base + priceAt] = (offer.prices[brand] ?? market.meanPrice) / market.meanPrice;
    features[base + displayAt] = offer.displays[brand] ?? 0;
    features[base + featureAt] = offer.features[brand] ?? 0;
  }
  return features;
}

export function widthOf(brandCount: number): number {
  return brandCount - 1 + drivers.length;
}

/** One model for all buyers, learnt from their purchases in order. */
export function learnChoices(buyers: readonly (readonly Purchase[])[], brandCount: number) {
  const market = marketOf(buyers.flat(), brandCount);
  const rows: ChoiceRow[] = [];
  const memories = buyers.map((purchases) => {
    const buyer = newBuyer(market);
    for (const purchase of purchases) {
      rows.push({ features: featuresOf(buyer, purchase, market), chosen: purchase.chosen });
      rememberPurchase(buyer, purchase.chosen);
    }
    return buyer;
  });
  return { market, memories, fit: fitChoices(rows, widthOf(brandCount), brandDefaults.ridge) };
}

/**
 * Claim: how much of the choice each driver moves. Formula: f_k = |beta_k| sd_k / sum, sd over the alternatives offered,
 * pooled over this buyer's purchases. Range: each in [0,1], sum 1; even where nothing moved. `errors`: the same with beta
 * one standard error up, less the share. Source: model.md 1.10. Limit: says what moved choices, not what was felt.
 * Test: brand-choice.test.ts.
 */
export function readDrivers(purchases: readonly Purchase[], market: Market, fit: ChoiceFit): Record<Driver, number> {
  const brandCount = market.shares.length;
  const width = widthOf(brandCount);
  const buyer = newBuyer(market);
  const spread = new Float64Array(drivers.length);
  for (const purchase of purchases) {
    const features = featuresOf(buyer, purchase, market);
    for (let k = 0; k < drivers.length; k += 1) {
      const values = Array.from({ length: brandCount }, (_, at) => features[at * width + brandCount - 1 + k] ?? 0);
      const mean = values.reduce((sum, value) => sum + value, 0) / brandCount;
      spread[k] = (spread[k] ?? 0) + values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / brandCount;
    }
    rememberPurchase(buyer, purchase.chosen);
  }
  const moved: Record<Driver, number> = { brand: 0, price: 0 };
  drivers.forEach((driver, k) => {
    const sd = Math.sqrt((spread[k] ?? 0) / Math.max(1, purchases.length));
    moved[driver] += Math.abs(fit.beta[brandCount - 1 + k] ?? 0) * sd;
  });
  const sum = moved.brand + moved.price;
  return sum > 0 ? { brand: moved.brand / sum, price: moved.price / sum } : { brand: 0.5, price: 0.5 };
}

export interface Shock {
  /** A scandal takes this part of the loyalty to the brand, 0..1. */
  readonly scandal?: number;
  /** The price goes up by this part, .08 = 8 %. */
  readonly priceUp?: number;
}

/**
 * Claim: the chance that a buyer still takes this brand, before and after a shock. Formula: scandal L_b (1 - s) in every
 * trace of loyalty; price_b (1 + d); the softmax again. Range [0,1]; more scandal or a higher price never raises it where
 * beta of loyalty is >= 0 and of price <= 0. Source: model.md 1.10. Limit: the others do not answer with prices of
 * their own. Test: brand-choice.test.ts.
 */
export function shockBrand(input: {
  buyer: BuyerMemory;
  offer: Omit<Purchase, 'chosen'>;
  brand: number;
  market: Market;
  fit: ChoiceFit;
  shock: Shock;
}): { readonly before: number; readonly after: number } {
  const { buyer, offer, brand, market, fit, shock } = input;
  const left = 1 - Math.min(1, Math.max(0, shock.scandal ?? 0));
  const lessen = (trace: Float64Array) => trace.map((value, at) => (at === brand ? value * left : value));
  const shaken = {
    loyalty: lessen(buyer.loyalty),
    recent: lessen(buyer.recent),
    counts: lessen(buyer.counts),
    purchases: buyer.purchases,
  };
  const prices = offer.prices.map((price, at) => (at === brand ? price * (1 + (shock.priceUp ?? 0)) : price));
  const before = chancesOf(featuresOf(buyer, offer, market), fit.beta)[brand] ?? 0;
  const after = chancesOf(featuresOf(shaken, { ...offer, prices }, market), fit.beta)[brand] ?? 0;
  return { before, after };
}
