import { BondGlyph } from '../../ui/bond-glyph.tsx';
import type { GlyphFacts } from '../../ui/glyph/glyph-facts.ts';

/** The product's face as decoration: a tie that is well kept. */
export function FrontFlower() {
  return <BondGlyph facts={flower} size={72} isDecoration />;
}

const flower: GlyphFacts = {
  bond: 0.8,
  isKnown: true,
  petals: [
    { block: 'trust', value: 0.92, knowledge: 'known', high: 0.92 },
    { block: 'reciprocity', value: 0.74, knowledge: 'known', high: 0.74 },
    { block: 'intensity', value: 0.82, knowledge: 'known', high: 0.82 },
    { block: 'time', value: 0.88, knowledge: 'known', high: 0.88 },
  ],
  weakest: null,
  givingOurs: 0.78,
  givingTheirs: 0.7,
  carrier: 'both',
};
