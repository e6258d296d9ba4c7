/** Three drawings of one flower: for a table row, for a list of cards, for a page. Units are those of the view box. */
import type { BlockName } from '#engine/reading.ts';
import type { PetalShape } from './petal-path.ts';

export type Tier = 'row' | 'card' | 'page';

export interface Layout {
  readonly viewSize: number;
  readonly shape: PetalShape;
  /** Depth of the cut in the weakest petal. */
  readonly notch: number;
  readonly ringRadius: number;
  readonly ringWidth: number;
  readonly outlineWidth: number;
  readonly dots: string;
  /** Distance of the letters from the middle, 0 = no letters. */
  readonly letterAt: number;
  readonly letterSize: number;
}

const layouts: Record<Tier, Layout> = {
  row: {
    viewSize: 20,
    shape: { base: 0.9, reach: 8.9, halfWidth: 2.75 },
    notch: 5.2,
    ringRadius: 0,
    ringWidth: 0,
    outlineWidth: 0.9,
    dots: '0.9 1.2',
    letterAt: 0,
    letterSize: 0,
  },
  card: {
    viewSize: 64,
    shape: { base: 7.2, reach: 16.6, halfWidth: 5.4 },
    notch: 7,
    ringRadius: 4.8,
    ringWidth: 2.2,
    outlineWidth: 1,
    dots: '1 1.8',
    letterAt: 28.3,
    letterSize: 7.6,
  },
  page: {
    viewSize: 200,
    shape: { base: 22.5, reach: 62, halfWidth: 18.5 },
    notch: 19,
    ringRadius: 18,
    ringWidth: 4,
    outlineWidth: 1.6,
    dots: '2 3.6',
    letterAt: 93.5,
    letterSize: 12.5,
  },
};

export function layoutFor(size: number): { tier: Tier; layout: Layout } {
  const tier = size < 44 ? 'row' : size < 130 ? 'card' : 'page';
  return { tier, layout: layouts[tier] };
}

/** Trust up, reciprocity right, intensity down, time left: degrees clockwise from up. */
export const petalTurn: Record<BlockName, number> = { trust: 0, reciprocity: 90, intensity: 180, time: 270 };

/** An unknown petal is drawn at this length, dotted: it says nothing about a value. */
export const unknownLength = 0.62;
