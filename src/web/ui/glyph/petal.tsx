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
  const notch = facts.weakest === petal.block ? layout.notch : 0;
  const drawn = { petal, layout, tier, colour, notch };
  return (
    <g transform={`rotate(${petalTurn[petal.block]})`} data-petal={petal.block}>
      {tier === 'page' && <Track layout={layout} />}
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
  readonly notch: number;
}

function Leaf({ petal, layout, tier, colour, notch, value, side }: Drawn & { value: number; side: PetalSide }) {
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
  const d = petalPath(layout.shape, { value, side, notch });
  const further = value + (petal.high - petal.value);
  return (
    <>
      {tier !== 'row' && further > value + 0.01 && (
        <path
          d={petalPath(layout.shape, { value: further, side }) + petalPath(layout.shape, { value, side })}
          fillRule="evenodd"
          fill={colour}
          opacity={0.24}
          data-band=""
        />
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

/**
 * Upper half ours, lower half theirs (the petal points right; left of up becomes above). The cut is in the half that is
 * short, for that is what holds it back; in both where they are about the same.
 */
function Halves({ ours, theirs, ...drawn }: Drawn & { ours: number; theirs: number }) {
  const oursCut = ours <= theirs + 0.1 ? drawn.notch : 0;
  const theirsCut = theirs <= ours + 0.1 ? drawn.notch : 0;
  const gap = drawn.layout.outlineWidth * 0.4;
  return (
    <>
      <g transform={`translate(${-gap} 0)`} data-half="ours">
        <Leaf {...drawn} notch={oursCut} value={ours} side="left" />
      </g>
      <g transform={`translate(${gap} 0)`} data-half="theirs">
        <Leaf {...drawn} notch={theirsCut} value={theirs} side="right" />
      </g>
    </>
  );
}

/** How long a petal could be at most: a hairline to its end. */
function Track({ layout }: { layout: Layout }) {
  const { base, reach } = layout.shape;
  return (
    <path
      d={`M0,${-base}V${-(base + reach)}`}
      stroke="var(--line-strong)"
      strokeWidth={layout.outlineWidth * 0.6}
      strokeLinecap="round"
      fill="none"
    />
  );
}
