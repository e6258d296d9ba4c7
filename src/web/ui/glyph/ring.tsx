import type { Layout, Tier } from './layouts.ts';
import { notRead } from './not-read.ts';

interface Props {
  readonly bond: number;
  readonly isKnown: boolean;
  readonly layout: Layout;
  readonly tier: Tier;
  readonly number: string;
}

/** The ring in the middle: closed as far as the closeness reaches, with the number where there is room. */
export function Ring({ bond, isKnown, layout, tier, number }: Props) {
  const { ringRadius: r, ringWidth } = layout;
  if (r === 0) return null;
  const round = 2 * Math.PI * r;
  return (
    <g data-ring="">
      <circle r={r} fill="none" stroke="var(--line-strong)" strokeWidth={isKnown ? ringWidth * 0.45 : 0} />
      <circle
        r={r}
        fill="none"
        stroke="currentColor"
        strokeWidth={isKnown ? ringWidth : layout.outlineWidth}
        strokeDasharray={isKnown ? `${bond * round} ${round}` : layout.dots}
        strokeLinecap={isKnown ? 'butt' : 'round'}
        transform="rotate(-90)"
      />
      {tier === 'page' && (
        <text y={6} textAnchor="middle" fontSize={18} fill="currentColor" className="serif" {...notRead}>
          {isKnown ? number : '?'}
        </text>
      )}
    </g>
  );
}
