/** The four colours: each its own hue and its own lightness, so that grey and colour-blind eyes tell them apart too. */
import type { BlockName } from '#engine/reading.ts';

export type Scheme = 'light' | 'dark';

/** Blue and teal, and red and gold, look alike to some eyes: those pairs lie furthest apart in lightness. */
export const petalColours: Record<Scheme, Record<BlockName, string>> = {
  light: { trust: '#1b3a76', reciprocity: '#9e2b36', intensity: '#c67f1d', time: '#22876b' },
  dark: { trust: '#547ecd', reciprocity: '#e57573', intensity: '#f5d073', time: '#6eccb0' },
};

export const paperColours: Record<Scheme, string> = { light: '#fbf9f4', dark: '#181612' };

export function petalVariable(block: BlockName): string {
  return `var(--petal-${block})`;
}
