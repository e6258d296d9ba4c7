import type { Carrier } from './glyph-facts.ts';

const strokes: Record<Carrier, string> = {
  ours: 'M1,5H8.5M6,2.4L8.6,5L6,7.6',
  theirs: 'M9,5H1.5M4,2.4L1.4,5L4,7.6',
  both: 'M1.2,5H8.8M3.4,2.8L1.2,5L3.4,7.2M6.6,2.8L8.8,5L6.6,7.2',
};

/** Who carries it: to the right from us, to the left from them. */
export function CarrierArrow({ carrier, x, y }: { carrier: Carrier; x: number; y: number }) {
  return (
    <path
      d={strokes[carrier]}
      transform={`translate(${x} ${y})`}
      fill="none"
      stroke="currentColor"
      strokeWidth={carrier === 'both' ? 1 : 1.35}
      strokeLinecap="round"
      strokeLinejoin="round"
      opacity={carrier === 'both' ? 0.55 : 1}
      data-carrier={carrier}
    />
  );
}
