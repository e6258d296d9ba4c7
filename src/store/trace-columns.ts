/** Which columns of tie_states are traces, how fast each fades, and which part of an event feeds it. */
import type { DecayRates } from '#engine/decay-rates.ts';
import { type TraceName, traceNames } from '#engine/direction-state.ts';
import { channelFamilies, pressureChannels, trustFacets } from '#engine/tie-event.ts';

/** Order of the bound rates: the SQL names them by their place here. */
export const rateNames = [
  'chat',
  'mail',
  'live',
  'purchase',
  'trust',
  'survey',
  'pressure',
] as const satisfies readonly (keyof DecayRates)[];
export type RateName = (typeof rateNames)[number];

export interface TraceColumn {
  readonly name: TraceName;
  readonly column: string;
  readonly rate: RateName;
  /** SQL over an event row `e`: its undecayed weight, and which events count at all. */
  readonly weight: string;
  readonly when: string;
}

export function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Active: someone turned to the other or gained something; evidence alone is not. */
export const isActive = '(e.contact > 0 or e.benefit > 0)';

function feedOf(name: TraceName): Pick<TraceColumn, 'rate' | 'weight' | 'when'> {
  if (name === 'surveyWeight') return { rate: 'survey', weight: 'e.survey_weight', when: 'e.survey_weight > 0' };
  if (name === 'surveySum') {
    return { rate: 'survey', weight: 'e.survey_weight * e.survey_value', when: 'e.survey_weight > 0' };
  }
  for (const [index, family] of channelFamilies.entries()) {
    const when = `e.family = ${index} and ${isActive}`;
    if (name === `${family}Contact`) return { rate: family, weight: 'e.contact', when };
    if (name === `${family}Benefit`) return { rate: family, weight: 'e.benefit', when };
  }
  for (const [index, facet] of trustFacets.entries()) {
    const when = `e.trust_facet = ${index}`;
    if (name === `${facet}Good`) return { rate: 'trust', weight: 'e.trust_good', when };
    if (name === `${facet}Bad`) return { rate: 'trust', weight: 'e.trust_bad', when };
  }
  for (const [index, channel] of pressureChannels.entries()) {
    const own = `pressure${channel[0]?.toUpperCase()}${channel.slice(1)}`;
    if (name === own) return { rate: 'pressure', weight: 'e.unasked', when: `e.pressure_channel = ${index}` };
  }
  throw new Error(`No event feeds the trace ${name}.`);
}

export const traceColumns: readonly TraceColumn[] = traceNames.map((name) => ({
  name,
  column: columnOf(name),
  ...feedOf(name),
}));
