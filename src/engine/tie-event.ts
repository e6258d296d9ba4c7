/** What the engine is fed: one interaction as it touches one direction of one tie. */

/** The two directions of a tie between parties a and b (a < b by id). */
export const directions = ['ab', 'ba'] as const;
export type Direction = (typeof directions)[number];

/** Families of channels that share one half-life (see parameters.ts). */
export const channelFamilies = ['chat', 'mail', 'live', 'purchase'] as const;
export type ChannelFamily = (typeof channelFamilies)[number];

/** Facets of trust (Mayer, Davis & Schoorman 1995: ability, benevolence, integrity). */
export const trustFacets = ['ability', 'benevolence', 'integrity'] as const;
export type TrustFacet = (typeof trustFacets)[number];

/** Channels in which unasked company-to-customer contact can press. */
export const pressureChannels = ['call', 'mail', 'post'] as const;
export type PressureChannel = (typeof pressureChannels)[number];

/**
 * One event in one direction. In direction x->y: `contact` is x turning to y, `benefit` what y gained from x,
 * `trustGood`/`trustBad` evidence on which x trusts y (so y acted), `unasked` contact from x that y did not ask for,
 * `survey*` x's answer to "what if y vanished".
 */
export interface TieEvent {
  /** Epoch milliseconds, UTC. */
  readonly atMs: number;
  /** Calendar day number (days since 1970-01-01) in the firm's time zone. */
  readonly day: number;
  readonly family: ChannelFamily;
  /** Weight >= 0: depth of the channel x share of the receivers. 0 = not a contact (evidence only). */
  readonly contact: number;
  /** Weight >= 0 of what the receiver gained. */
  readonly benefit: number;
  readonly trustFacet: TrustFacet | null;
  readonly trustGood: number;
  readonly trustBad: number;
  readonly pressureChannel: PressureChannel | null;
  readonly unasked: number;
  /** Pseudo-weight of a survey answer (0 = none) and its value d in [0,1]. */
  readonly surveyWeight: number;
  readonly surveyValue: number;
  /** Small number of the source (mailbox, file, hand) the event was read from. */
  readonly sourceNumber: number;
}
