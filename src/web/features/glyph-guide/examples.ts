/** Invented ties to explain the flower with; not data. */
import type { BlockName, Knowledge } from '#engine/reading.ts';
import { findCarrier, type GlyphFacts } from '../../ui/glyph/glyph-facts.ts';

interface Sketch {
  readonly values: readonly [number, number, number, number];
  readonly giving: readonly [number, number];
  readonly weakest: BlockName | null;
  readonly spread?: number;
  readonly knowledge?: Partial<Record<BlockName, Knowledge>>;
}

const order = ['trust', 'reciprocity', 'intensity', 'time'] as const;

function draw({ values, giving, weakest, spread = 0.06, knowledge = {} }: Sketch): GlyphFacts {
  const petals = order.map((block, at) => {
    const value = values[at] ?? 0;
    return { block, value, knowledge: knowledge[block] ?? 'known', high: Math.min(1, value + spread) } as const;
  });
  const [givingOurs, givingTheirs] = giving;
  return {
    bond: values.reduce((product, value) => product * value, 1) ** 0.25,
    isKnown: true,
    petals,
    weakest,
    givingOurs,
    givingTheirs,
    carrier: findCarrier({ ours: givingOurs, theirs: givingTheirs }),
  };
}

export const exampleGlyphs = {
  even: draw({ values: [0.82, 0.8, 0.84, 0.86], giving: [0.8, 0.8], weakest: null }),
  oneSided: draw({ values: [0.74, 0.24, 0.7, 0.8], giving: [0.86, 0.14], weakest: 'reciprocity' }),
  fading: draw({ values: [0.78, 0.6, 0.58, 0.2], giving: [0.62, 0.58], weakest: 'time' }),
  young: draw({
    values: [0.7, 0.38, 0.34, 0.52],
    giving: [0.34, 0.42],
    weakest: 'intensity',
    spread: 0.22,
    knowledge: { trust: 'unknown', reciprocity: 'assumed' },
  }),
} as const;

export type ExampleName = keyof typeof exampleGlyphs;
export const exampleNames = Object.keys(exampleGlyphs) as ExampleName[];
