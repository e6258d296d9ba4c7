/** What each kind of benefit weighs in this house: the shipped weights with what people decided over them. */
import { type BenefitWeights, resolveBenefitWeights } from '#engine/benefits.ts';
import { findChangedWeights } from '#store/benefit-kinds.ts';
import type { Db } from '#store/database.ts';
import { AppError } from '../app-error.ts';

export async function getBenefitWeights(db: Db): Promise<BenefitWeights> {
  return resolveBenefitWeights(await findChangedWeights(db));
}

/** An own kind that nobody made is a mistake of the one who sends it. */
export async function refuseUnknownKinds(db: Db, benefits: readonly { readonly kind: string }[]): Promise<void> {
  if (!benefits.some(({ kind }) => kind.startsWith('own-'))) return;
  const weights = await getBenefitWeights(db);
  const place = benefits.findIndex(({ kind }) => !(kind in weights));
  if (place === -1) return;
  const problem = { path: `body.benefits.${place}.kind`, code: 'unknown-benefit-kind', message: 'no such kind' };
  throw new AppError('bad-input', { problems: [problem] });
}
