/** What a firm's customers are like as buyers, as fitted last night; where there are too few, where every firm begins. */
import { type BuyingModel, shippedBuying } from '#engine/buying.ts';
import type { ChosenBuying } from '#engine/choose-buying.ts';
import type { Db } from '#store/database.ts';
import { findSetting } from '#store/settings.ts';

export const buyingFitKey = 'buying-fit';
/** Fewer say too little about how customers differ. */
export const leastCustomers = 100;

export interface BuyingFit {
  readonly model: BuyingModel;
  /** On how many customers it rests; 0 where it is the shipped one. */
  readonly customers: number;
  readonly heldIn: ChosenBuying['heldIn'];
  /** Null: the shipped one. */
  readonly at: string | null;
}

export const shippedFit: BuyingFit = { model: shippedBuying, customers: 0, heldIn: null, at: null };

export async function getBuyingFit(db: Db): Promise<BuyingFit> {
  return ((await findSetting(db, buyingFitKey)) as BuyingFit | null) ?? shippedFit;
}
