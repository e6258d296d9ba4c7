/** Which numbers of the engine stand behind a figure: the ones that move it most, not every last one. */
import type { ParameterName } from '#engine/parameters.ts';
import type { BlockName } from '#engine/reading.ts';

const fading = ['halfLifeMailDays', 'halfLifeLiveDays', 'halfLifeChatDays', 'halfLifePurchaseDays'] as const;
const ofBlock = {
  trust: ['trustPriorWeight', 'trustBaseRate', 'trustNegativity', 'halfLifeTrustDays', 'overduePromise'],
  reciprocity: ['kappaBenefit', 'assumedShare', 'knownBenefitShare', ...fading],
  intensity: ['kappaContact', 'benefitAsContact', 'surveyPriorWeight', ...fading],
  time: ['continuityDays', 'freshnessGaps', 'personalFactor', 'gap0Days', 'idealCall', 'idealMail'],
} as const satisfies Record<BlockName, readonly ParameterName[]>;

export type Figure = BlockName | 'bond' | 'trend' | 'rhythm' | 'ledger';

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
  rhythm: ['gap0Days', 'ownGapsNeeded', 'quietGaps', 'quietQuantile', 'goneGaps', 'alarmGapsNeeded'],
  ledger: ['kappaBenefit', 'knownBenefitShare', ...fading],
};

export function reckonedWith(figure: Figure): readonly ParameterName[] {
  return ofFigure[figure];
}

/** The blocks whose events a figure is made of. */
export function blocksBehind(figure: Figure): readonly BlockName[] {
  if (figure === 'bond' || figure === 'trend') return ['trust', 'reciprocity', 'intensity', 'time'];
  if (figure === 'rhythm') return ['time'];
  return [figure === 'ledger' ? 'reciprocity' : figure];
}
