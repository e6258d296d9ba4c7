/** Three drawings of one flower: for a table row, for a list of cards, for a page. Units are those of the view box. */
import type { BlockName } from '#engine/reading.ts';
import type { PetalShape } from './petal-path.ts';

export type Tier = 'row' | 'card' | 'page';

export interface Layout {
  readonly viewSize: number;
  readonly shape: PetalShape;
  readonly notchDepth: number;
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
    shape: { base: 1.1, reach: 8.6, halfWidth: 3.1 },
    notchDepth: 0.72,
    ringRadius: 0,
    ringWidth: 0,
    outlineWidth: 0.9,
    dots: '0.9 1.2',
    letterAt: 0,
    letterSize: 0,
  },
  card: {
    viewSize: 64,
    shape: { base: 7.4, reach: 16.5, halfWidth: 7.4 },
    notchDepth: 0.42,
    ringRadius: 4.9,
    ringWidth: 2.4,
    outlineWidth: 1.1,
    dots: '1.2 1.9',
    letterAt: 28.2,
    letterSize: 8,
  },
  page: {
    viewSize: 200,
    shape: { base: 24, reach: 58, halfWidth: 25 },
    notchDepth: 0.34,
    ringRadius: 19,
    ringWidth: 4.2,
    outlineWidth: 1.6,
    dots: '2 3.6',
    letterAt: 92,
    letterSize: 13,
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
