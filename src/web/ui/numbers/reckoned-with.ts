/** Which numbers of the engine stand behind a figure: the ones that move it most, not every last one. */
import type { ParameterName } from '#engine/parameters.ts';
import { type BlockName, blockNames } from '#engine/reading.ts';

const fading = ['halfLifeMailDays', 'halfLifeLiveDays', 'halfLifeChatDays', 'halfLifePurchaseDays'] as const;
const ofBlock = {
  trust: ['trustPriorWeight', 'trustBaseRate', 'trustNegativity', 'halfLifeTrustDays', 'overduePromise'],
  reciprocity: ['kappaBenefit', 'assumedShare', 'knownBenefitShare', ...fading],
  intensity: ['kappaContact', 'benefitAsContact', 'surveyPriorWeight', ...fading],
  time: ['continuityDays', 'freshnessGaps', 'personalFactor', 'gap0Days', 'idealCall', 'idealMail'],
} as const satisfies Record<BlockName, readonly ParameterName[]>;

export type Figure = BlockName | 'bond' | 'year' | 'trend' | 'rhythm' | 'ledger' | 'dependency' | 'pressure' | 'chance';

const ofFigure: Record<Figure, readonly ParameterName[]> = {
  ...ofBlock,
  bond: [
    'bondThreshold',
    'bondBlockFloor',
    'trustBaseRate',
    'kappaBenefit',
    'kappaContact',
    'freshnessGaps',
    ...fading,
  ],
  trend: ['freshnessGaps', 'halfLifeTrustDays', ...fading],
  year: ['bondThreshold', 'freshnessGaps', 'halfLifeTrustDays', ...fading],
  dependency: ['trustBaseRate', 'kappaBenefit', 'kappaContact', 'freshnessGaps', ...fading],
  pressure: ['idealCall', 'idealMail', 'idealPost', 'answeredEnough', 'halfLifePressureDays'],
  chance: ['continuationHalf', 'continuationSteepness', 'kappaContact', 'continuityDays', ...fading],
  rhythm: ['gap0Days', 'ownGapsNeeded', 'quietGaps', 'quietQuantile', 'goneGaps', 'alarmGapsNeeded'],
  ledger: ['kappaBenefit', 'knownBenefitShare', ...fading],
};

export function reckonedWith(figure: Figure): readonly ParameterName[] {
  return ofFigure[figure];
}

/** The blocks whose events a figure is made of. */
export function blocksBehind(figure: Figure): readonly BlockName[] {
  switch (figure) {
    case 'bond':
    case 'year':
    case 'trend':
    case 'dependency':
      return blockNames;
    case 'rhythm':
    case 'pressure':
      return ['time'];
    case 'chance':
      return ['intensity', 'time'];
    case 'ledger':
      return ['reciprocity'];
    default:
      return [figure];
  }
}
