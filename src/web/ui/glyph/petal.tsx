import type { GlyphFacts, PetalFacts } from './glyph-facts.ts';
import { type Layout, petalTurn, type Tier, unknownLength } from './layouts.ts';
import { petalVariable } from './palette.ts';
import { type PetalSide, petalPath } from './petal-path.ts';

interface Props {
  readonly facts: GlyphFacts;
  readonly petal: PetalFacts;
  readonly layout: Layout;
  readonly tier: Tier;
  readonly mono: boolean;
}

/** One petal, pointing its own way: solid as known, pale with an outline as assumed, dotted as unknown. */
export function Petal({ facts, petal, layout, tier, mono }: Props) {
  const colour = mono ? 'currentColor' : petalVariable(petal.block);
  const notchDepth = facts.weakest === petal.block ? layout.notchDepth : 0;
  const drawn = { petal, layout, tier, colour, notchDepth };
  return (
    <g transform={`rotate(${petalTurn[petal.block]})`} data-petal={petal.block}>
      {tier !== 'row' && <Track layout={layout} />}
      {petal.knowledge !== 'unknown' && petal.block === 'reciprocity' && tier !== 'row' ? (
        <Halves {...drawn} ours={facts.givingOurs} theirs={facts.givingTheirs} />
      ) : (
        <Leaf {...drawn} value={petal.value} side="whole" />
      )}
    </g>
  );
}

interface Drawn {
  readonly petal: PetalFacts;
  readonly layout: Layout;
  readonly tier: Tier;
  readonly colour: string;
  readonly notchDepth: number;
}

function Leaf({ petal, layout, tier, colour, notchDepth, value, side }: Drawn & { value: number; side: PetalSide }) {
  if (petal.knowledge === 'unknown') {
    const d = petalPath(layout.shape, { value: unknownLength, side });
    return (
      <path
        d={d}
        fill="none"
        stroke={colour}
        strokeWidth={layout.outlineWidth}
        strokeDasharray={layout.dots}
        strokeLinecap="round"
      />
    );
  }
  const d = petalPath(layout.shape, { value, side, notchDepth });
  const reachesFurther = tier !== 'row' && side === 'whole' && petal.high > value + 0.01;
  return (
    <>
      {reachesFurther && (
        <path d={petalPath(layout.shape, { value: petal.high })} fill={colour} opacity={0.22} data-band="" />
      )}
      {petal.knowledge === 'assumed' ? (
        <path
          d={d}
          fill={colour}
          fillOpacity={0.24}
          stroke={colour}
          strokeWidth={layout.outlineWidth}
          strokeLinejoin="round"
        />
      ) : (
        <path d={d} fill={colour} />
      )}
    </>
  );
}

/** Upper half ours, lower half theirs (the petal points right; left of up becomes above). */
function Halves({ ours, theirs, ...drawn }: Drawn & { ours: number; theirs: number }) {
  const { layout, petal, colour } = drawn;
  const gap = layout.outlineWidth * 0.45;
  return (
    <>
      {petal.high > petal.value + 0.01 && (
        <path d={petalPath(layout.shape, { value: petal.high })} fill={colour} opacity={0.22} data-band="" />
      )}
      <g transform={`translate(${-gap} 0)`} data-half="ours">
        <Leaf {...drawn} value={ours} side="left" />
      </g>
      <g transform={`translate(${gap} 0)`} data-half="theirs">
        <Leaf {...drawn} value={theirs} side="right" />
      </g>
    </>
  );
}

/** How long a petal could be at most: a hairline with an end. */
function Track({ layout }: { layout: Layout }) {
  const { base, reach } = layout.shape;
  const tick = layout.outlineWidth * 1.6;
  return (
    <path
      d={`M0,${-base}V${-(base + reach)}M${-tick},${-(base + reach)}H${tick}`}
      stroke="var(--line-strong)"
      strokeWidth={layout.outlineWidth * 0.6}
      fill="none"
    />
  );
}
