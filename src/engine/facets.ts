/** Facets of trust: ability, benevolence, integrity, each shown once there is enough to go by. */
import type { TieState } from './direction-state.ts';
import type { Figures } from './figures.ts';
import type { ModelParameters } from './parameters.ts';
import { type TrustFacet, trustFacets } from './tie-event.ts';
import { computeTrust } from './trust.ts';

export interface Facet {
  readonly facet: TrustFacet;
  readonly value: number;
  readonly items: number;
}

/**
 * Claim: trust per facet, lowest first, from 3 items on (both directions, faults and overdue counted).
 * Formula: sqrt(V_ab V_ba) over that facet's pair alone. Range (0,1). Source: details 5; Mayer, Davis & Schoorman 1995
 * (unverified citation). Limit: S uses the pooled pair, never the facets. Test: facets.test.ts.
 */
export function listFacets(figures: Figures, state: TieState, parameters: ModelParameters): Facet[] {
  const found: Facet[] = [];
  for (const facet of trustFacets) {
    const standing = [...figures.trust.ab.standing, ...figures.trust.ba.standing];
    const items = countItems(state, facet) + standing.filter((item) => item.facet === facet).length;
    if (items < parameters.facetMinItems) continue;
    const ab = computeTrust(figures.trust.ab.facets[facet], figures.trust.ab.baseRate, parameters).value;
    const ba = computeTrust(figures.trust.ba.facets[facet], figures.trust.ba.baseRate, parameters).value;
    found.push({ facet, value: Math.sqrt(ab * ba), items });
  }
  return found.sort((left, right) => left.value - right.value);
}

function countItems(state: TieState, facet: TrustFacet): number {
  if (facet === 'ability') return state.ab.abilityCount + state.ba.abilityCount;
  if (facet === 'benevolence') return state.ab.benevolenceCount + state.ba.benevolenceCount;
  return state.ab.integrityCount + state.ba.integrityCount;
}
