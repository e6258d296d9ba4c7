/** Stel dat: what a blow from outside or within would do to a relation, and through what it would be felt. */
import type { FoundationReading } from './foundation.ts';
import type { ModelParameters } from './parameters.ts';
import { type Leaving, leaveOut, type ShockStrand } from './shock-people.ts';

export type Shock =
  /** Prices up by this share (.08 = 8 %), told beforehand with the reason or not. */
  | { readonly kind: 'price'; readonly rise: number; readonly isAnnounced: boolean }
  /** How much of the good name it costs, in [0,1]. */
  | { readonly kind: 'scandal'; readonly severity: number }
  | Leaving
  | { readonly kind: 'product-stops' };

export interface ShockedTie {
  /** Q, or S of a single tie, and its block T. */
  readonly bond: number;
  readonly time: number;
  /** Only needed where people go; empty, and nothing hangs on anybody. */
  readonly strands: readonly ShockStrand[];
  /** Null: nothing is known of why they are with us. */
  readonly foundation: Pick<FoundationReading, 'shares' | 'uncertainty'> | null;
  /** Share of what they buy that is the product in question. */
  readonly productShare: number;
}

/** Why the answer is what it is: a code with its numbers; messages/ has a sentence for each. */
export const shockReasonCodes = {
  'shock-price': ['share', 'rise', 'pull', 'perLog'],
  'shock-unannounced': ['pull', 'trustFactor'],
  'shock-scandal': ['share', 'severity', 'pull', 'perShare'],
  'shock-people': ['share', 'lost', 'pull', 'perShare'],
  'shock-carried': ['carried'],
  'shock-product': ['share', 'part', 'pull', 'perShare'],
  'shock-ending': ['time', 'before', 'after'],
  'shock-unknown-foundation': ['uncertainty'],
} as const satisfies Record<string, readonly string[]>;
export type ShockReasonCode = keyof typeof shockReasonCodes;

export interface ShockReason {
  readonly code: ShockReasonCode;
  readonly numbers: Readonly<Record<string, number>>;
}

export interface ShockReading {
  /** In [0,1]; after is never more than before. */
  readonly strengthBefore: number;
  readonly strengthAfter: number;
  /** Chance that it ends, in [0,1]; after is never less than before. */
  readonly endsBefore: number;
  readonly endsAfter: number;
  /** What the chance could be with the shares at the ends of what is plausible. */
  readonly endsLow: number;
  readonly endsHigh: number;
  /** Expected strength lost, >= 0: what the list is sorted on. */
  readonly loss: number;
  /** The foundation it goes through; null where nothing happens. */
  readonly through: string | null;
  readonly uncertainty: number;
  readonly isHurt: boolean;
  readonly reasons: readonly ShockReason[];
}

/** With nothing known each of the shipped three may be it. */
const evenShares = { brand: 1 / 3, price: 1 / 3, personal: 1 / 3 } as const;

/** One bad mark among the prior ones: what a change without notice does to trust (overdue answers weigh likewise). */
const unannouncedEvidence = 0.5;

/** Odds this much higher are clearly likelier (design). */
const clearlyLikelier = 1.4;

/**
 * Claim: a relation before and after a shock. Formula: strength after = what is left of Q (people), or S with the block it
 * touches made smaller; log-odds of ending rise by share x size x pull of the foundation it goes through; loss =
 * S(1 - p) - S'(1 - p'). Range: [0,1]; a zero shock changes nothing; a bigger one never hurts less; removing a person never
 * raises anything. Source: model.md 1.10 (price_b + d, L_b (1 - s), a person out of the noisy-or of 1.7).
 * Limit: the pulls are coarse (docs/model/what-if.md); for departures of people no data set was found. Test: shock.test.ts.
 */
export function readShock(shock: Shock, tie: ShockedTie, parameters: ModelParameters): ShockReading {
  const shares: Readonly<Record<string, number>> = tie.foundation?.shares ?? evenShares;
  const uncertainty = tie.foundation?.uncertainty ?? 1;
  const blow = readBlow(shock, tie, shares, parameters);
  const strengthAfter = clamp(tie.bond * blow.strengthFactor);
  const endsBefore = readEndingChance(tie.time, parameters);
  const endsAfter = raiseChance(endsBefore, blow.pull(blow.share));
  const isHurt =
    isClearlyMore(endsBefore, endsAfter, parameters) ||
    (tie.bond > 0 && 1 - strengthAfter / tie.bond >= 2 * parameters.shockHurtFrom);
  const reasons: ShockReason[] = [...blow.reasons];
  if (tie.foundation === null) reasons.push({ code: 'shock-unknown-foundation', numbers: { uncertainty } });
  reasons.push({ code: 'shock-ending', numbers: { time: tie.time, before: endsBefore, after: endsAfter } });
  return {
    strengthBefore: tie.bond,
    strengthAfter,
    endsBefore,
    endsAfter,
    endsLow: raiseChance(endsBefore, blow.pull(blow.share * (1 - uncertainty))),
    endsHigh: raiseChance(endsBefore, blow.pull(blow.share + (1 - blow.share) * uncertainty)),
    loss: Math.max(0, tie.bond * (1 - endsBefore) - strengthAfter * (1 - endsAfter)),
    through: endsAfter > endsBefore || strengthAfter < tie.bond ? blow.through : null,
    uncertainty,
    isHurt,
    reasons,
  };
}

/**
 * Claim: the chance that a relation ends by itself. Range [0,1], falling in T, so scale-free: a yearly and a weekly
 * customer at the same phase have the same. Formula: odds of going on = [T/(1 - T) x (1 - half)/half]^k, as in
 * continuation.ts. Source: design; at T = .8 it is .08, at eight gaps of silence (T about .33) .4; three panels show .12-.19
 * for a favourite left at its usual price. Limit: newcomers have a low T, so a high chance. Test: shock.test.ts.
 */
export function readEndingChance(time: number, parameters: ModelParameters): number {
  const { shockEndingHalf: half, shockEndingSteepness: steepness } = parameters;
  const fresh = clamp(time);
  const against = ((1 - fresh) * half) ** steepness;
  return clamp(against / ((fresh * (1 - half)) ** steepness + against));
}

/** A clear step up; or a small one that makes it clearly likelier, for who hardly ever would have left. */
function isClearlyMore(before: number, after: number, { shockHurtFrom }: ModelParameters): boolean {
  if (after - before >= shockHurtFrom) return true;
  return after - before >= shockHurtFrom / 6 && after * (1 - before) >= clearlyLikelier * before * (1 - after);
}

interface Blow {
  /** What is left of the strength, in [0,1]. */
  readonly strengthFactor: number;
  /** Share of the foundation it goes through, and by how much the log-odds of ending rise at such a share. */
  readonly share: number;
  readonly pull: (share: number) => number;
  readonly through: string;
  readonly reasons: readonly ShockReason[];
}

function readBlow(
  shock: Shock,
  tie: ShockedTie,
  shares: Readonly<Record<string, number>>,
  parameters: ModelParameters,
): Blow {
  const perShare = parameters.shockSharePull;
  switch (shock.kind) {
    case 'price':
      return readPriceBlow(shock, shares.price ?? 0, parameters);
    case 'scandal': {
      const share = shares.brand ?? 0;
      const severity = within(shock.severity, 1, 'severity');
      const pull = (at: number) => at * severity * perShare;
      const numbers = { share, severity, pull: pull(share), perShare };
      // A good name is trusted: what it carried of trust goes.
      const strengthFactor = (1 - severity * share) ** 0.25;
      return { strengthFactor, share, pull, through: 'brand', reasons: [{ code: 'shock-scandal', numbers }] };
    }
    case 'colleague-away':
    case 'contact-leaves':
      return readPeopleBlow(shock, tie, shares.personal ?? 0, parameters);
    case 'product-stops': {
      const share = clamp(1 - (shares.personal ?? 0));
      const part = within(tie.productShare, 1, 'product share');
      const pull = (at: number) => at * part * perShare;
      const numbers = { share, part, pull: pull(share), perShare };
      const through = (shares.price ?? 0) > (shares.brand ?? 0) ? 'price' : 'brand';
      return {
        strengthFactor: (1 - part) ** 0.25,
        share,
        pull,
        through,
        reasons: [{ code: 'shock-product', numbers }],
      };
    }
  }
}

function readPriceBlow(shock: Shock & { kind: 'price' }, share: number, parameters: ModelParameters): Blow {
  const perLog = parameters.shockPricePull;
  const size = Math.log1p(within(shock.rise, 10, 'rise'));
  const isUntold = shock.rise > 0 && !shock.isAnnounced;
  const { trustPriorWeight } = parameters;
  const trustFactor = isUntold ? trustPriorWeight / (trustPriorWeight + unannouncedEvidence) : 1;
  const surprise = isUntold ? -Math.log(trustFactor) : 0;
  const pull = (at: number) => at * size * perLog + surprise;
  const numbers = { share, rise: shock.rise, pull: share * size * perLog, perLog };
  const reasons: ShockReason[] = [{ code: 'shock-price', numbers }];
  if (isUntold) reasons.push({ code: 'shock-unannounced', numbers: { pull: surprise, trustFactor } });
  return { strengthFactor: trustFactor ** 0.25, share, pull, through: 'price', reasons };
}

function readPeopleBlow(shock: Leaving, tie: ShockedTie, share: number, parameters: ModelParameters): Blow {
  const { whole, left, carried } = leaveOut(shock, tie.strands, parameters);
  const lost = whole > 0 ? clamp(1 - left / whole) : 0;
  const perShare = parameters.shockSharePull;
  const pull = (at: number) => at * lost * perShare;
  const numbers = { share, lost, pull: pull(share), perShare };
  const reasons: ShockReason[] = [{ code: 'shock-people', numbers }];
  if (carried > 0) reasons.push({ code: 'shock-carried', numbers: { carried } });
  return { strengthFactor: 1 - lost, share, pull, through: 'personal', reasons };
}

function raiseChance(chance: number, pull: number): number {
  if (pull <= 0 || chance <= 0 || chance >= 1) return chance;
  return Math.max(chance, 1 / (1 + ((1 - chance) / chance) * Math.exp(-pull)));
}

function within(value: number, most: number, what: string): number {
  if (!(value >= 0 && value <= most)) throw new RangeError(`${what} lies in [0, ${most}], not at ${value}`);
  return value;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
