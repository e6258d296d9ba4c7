/** What the flower shows, taken from a list's figures or from a full reading. */
import type { Figures } from '#contract/figures.ts';
import { type BlockName, blockNames, type Knowledge, type TieReading } from '#engine/reading.ts';

export interface PetalFacts {
  readonly block: BlockName;
  readonly value: number;
  readonly knowledge: Knowledge;
  /** How far it could plausibly reach; the value itself where that is not known. */
  readonly high: number;
}

export type Carrier = 'ours' | 'theirs' | 'both';

export interface GlyphFacts {
  readonly bond: number;
  /** False: nothing can be said, the whole flower is dotted. */
  readonly isKnown: boolean;
  readonly petals: readonly PetalFacts[];
  readonly weakest: BlockName | null;
  readonly givingOurs: number;
  readonly givingTheirs: number;
  readonly carrier: Carrier | null;
}

/** One side carries a tie when it gives clearly more than the other: half as much again, and a tenth of the scale. */
export function findCarrier({ ours, theirs }: { ours: number; theirs: number }): Carrier | null {
  if (ours <= 0 && theirs <= 0) return null;
  const apart = Math.abs(ours - theirs) >= 0.1;
  if (apart && ours > theirs * 1.5) return 'ours';
  if (apart && theirs > ours * 1.5) return 'theirs';
  return 'both';
}

export function factsOfFigures(figures: Figures): GlyphFacts {
  const petals = blockNames.map((block) => ({
    block,
    value: figures[block],
    knowledge: figures.knowledge[block],
    high: figures[block],
  }));
  return {
    bond: figures.bond,
    isKnown: figures.status !== 'unknown',
    petals,
    weakest: figures.weakest,
    givingOurs: figures.givingOurs,
    givingTheirs: figures.givingTheirs,
    carrier: findCarrier({ ours: figures.givingOurs, theirs: figures.givingTheirs }),
  };
}

/** `ours` says which party of the tie is our own; between third parties the first counts as ours. */
export function factsOfReading(reading: TieReading, ours: 'a' | 'b' | null): GlyphFacts {
  const [mine, other] = ours === 'b' ? (['ba', 'ab'] as const) : (['ab', 'ba'] as const);
  const petals = blockNames.map((block) => {
    const { value, knowledge, high } = reading[block];
    return { block, value, knowledge, high };
  });
  const givingOurs = reading.giving[mine];
  const givingTheirs = reading.giving[other];
  return {
    bond: reading.bond,
    isKnown: reading.level !== 'unknown',
    petals,
    weakest: reading.weakest,
    givingOurs,
    givingTheirs,
    carrier: findCarrier({ ours: givingOurs, theirs: givingTheirs }),
  };
}
