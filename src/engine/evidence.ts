/** What counts as evidence for trust, and on which facet (model.md 1.2; design choice, from the founding texts). */
import type { TrustFacet } from './tie-event.ts';

export interface EvidenceTraits {
  readonly facet: TrustFacet;
  /** > 0 builds trust, < 0 costs it, 0 says nothing either way. */
  readonly weight: number;
  /** Whether, when it was our own side's doing, it is a fault: it fades only once made good. */
  readonly faultWhenOurs: boolean;
  /** Weight of that fault in the trust of the other. */
  readonly faultWeight: number;
}

function plain(facet: TrustFacet, weight: number): EvidenceTraits {
  return { facet, weight, faultWhenOurs: false, faultWeight: 0 };
}

function fault(facet: TrustFacet, weight: number, faultWeight: number): EvidenceTraits {
  return { facet, weight, faultWhenOurs: true, faultWeight };
}

export const evidenceTable = {
  'promise-kept': plain('integrity', 1),
  'promise-late': plain('integrity', -0.5),
  'promise-broken': fault('integrity', -1, 1),
  'answered-in-time': plain('ability', 0.25),
  'complaint-told': plain('integrity', 1),
  // Closing without telling is no evidence in the ledger of trust, yet it is ours to make good.
  'complaint-closed-silently': fault('integrity', 0, 0.5),
  'complaint-left-open': fault('benevolence', -1, 1),
  // What became of their idea, told: openness towards the one who gave it.
  'idea-told': plain('benevolence', 0.5),
  referral: plain('benevolence', 1),
  recommendation: plain('benevolence', 1),
  'distrustful-tone': plain('benevolence', -0.5),
  'change-without-notice': fault('integrity', -0.5, 0.5),
} as const satisfies Record<string, EvidenceTraits>;

export type EvidenceCode = keyof typeof evidenceTable;
export const evidenceCodes = Object.keys(evidenceTable) as EvidenceCode[];

export function traitsOfEvidence(code: EvidenceCode): EvidenceTraits {
  return evidenceTable[code];
}
