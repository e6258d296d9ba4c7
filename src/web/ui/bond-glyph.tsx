/** The bond glyph: four petals for the four building blocks, a ring for the closeness. One component, pure SVG. */
import { useId } from 'react';
import type { BlockName } from '#engine/reading.ts';
import classes from './bond-glyph.module.css';
import { CarrierArrow } from './glyph/carrier-arrow.tsx';
import type { GlyphFacts } from './glyph/glyph-facts.ts';
import { type Layout, layoutFor, petalTurn } from './glyph/layouts.ts';
import { notRead } from './glyph/not-read.ts';
import { Petal } from './glyph/petal.tsx';
import { PetalButton } from './glyph/petal-button.tsx';
import { petalLength } from './glyph/petal-path.ts';
import { Ring } from './glyph/ring.tsx';
import { useSpoken } from './words.tsx';

interface Props {
  readonly facts: GlyphFacts | null;
  readonly size: number;
  /** One colour: for print and for who asks. */
  readonly mono?: boolean;
  /** Makes every petal a button. */
  readonly onOpen?: (block: BlockName) => void;
  readonly opened?: BlockName | null;
  /** Beside words that say the same it may be left out for screen readers. */
  readonly isDecoration?: boolean;
}

export function BondGlyph({ facts, size, mono = false, onOpen, opened = null, isDecoration = false }: Props) {
  const { words, formats } = useSpoken();
  const { tier, layout } = layoutFor(size);
  const shown = facts ?? nothingKnown;
  const sentence = useGlyphSentence(facts);
  const half = layout.viewSize / 2;
  const arrowRoom = tier === 'row' ? 11 : 0;
  const titleId = useId();
  return (
    <svg
      width={(size * (layout.viewSize + arrowRoom)) / layout.viewSize}
      height={size}
      viewBox={`${-half} ${-half} ${layout.viewSize + arrowRoom} ${layout.viewSize}`}
      className={classes.glyph}
      data-tier={tier}
      role={onOpen ? 'group' : 'img'}
      aria-labelledby={titleId}
      aria-hidden={isDecoration}
    >
      <title id={titleId}>{sentence}</title>
      {shown.petals.map((petal) => (
        <Petal key={petal.block} facts={shown} petal={petal} layout={layout} tier={tier} mono={mono} />
      ))}
      <Ring
        bond={shown.bond}
        isKnown={shown.isKnown}
        layout={layout}
        tier={tier}
        number={formats.hundred(shown.bond)}
      />
      {layout.letterAt > 0 &&
        shown.petals.map(({ block }) => (
          <Letter key={block} block={block} letter={words.bond.letters[block]} layout={layout} />
        ))}
      {tier === 'page' && <HalfNames facts={shown} layout={layout} ours={words.bond.ours} theirs={words.bond.theirs} />}
      {tier === 'row' && shown.carrier && <CarrierArrow carrier={shown.carrier} x={10.6} y={-5} />}
      {onOpen &&
        shown.petals.map((petal) => (
          <PetalButton
            key={petal.block}
            petal={petal}
            layout={layout}
            onOpen={onOpen}
            isOpen={opened === petal.block}
          />
        ))}
    </svg>
  );
}

function useGlyphSentence(facts: GlyphFacts | null): string {
  const { words, formats } = useSpoken();
  if (!facts?.isKnown) return words.bond.nothingSentence;
  return words.bond.glyphSentence({
    bond: formats.hundred(facts.bond),
    blocks: facts.petals.map(({ block, value, knowledge }) => ({ block, value: formats.hundred(value), knowledge })),
    weakest: facts.weakest,
    carrier: facts.carrier,
  });
}

function Letter({ block, letter, layout }: { block: BlockName; letter: string; layout: Layout }) {
  const turn = (petalTurn[block] * Math.PI) / 180;
  return (
    <text
      x={Math.sin(turn) * layout.letterAt}
      y={-Math.cos(turn) * layout.letterAt + layout.letterSize * 0.35}
      textAnchor="middle"
      fontSize={layout.letterSize}
      className={classes.letter}
      {...notRead}
    >
      {letter}
    </text>
  );
}

/** Beside the two halves of reciprocity: whose is whose. */
function HalfNames({
  facts,
  layout,
  ours,
  theirs,
}: {
  facts: GlyphFacts;
  layout: Layout;
  ours: string;
  theirs: string;
}) {
  const known = facts.petals.some(({ block, knowledge }) => block === 'reciprocity' && knowledge !== 'unknown');
  if (!known) return null;
  const { shape } = layout;
  const longest = Math.max(0.3, facts.givingOurs, facts.givingTheirs);
  const x = shape.base + petalLength(shape, longest) * 0.55;
  return (
    <g className={classes.halfName} {...notRead} fontSize={9.5} textAnchor="middle">
      <text x={x} y={-shape.halfWidth - 4}>
        {ours}
      </text>
      <text x={x} y={shape.halfWidth + 11}>
        {theirs}
      </text>
    </g>
  );
}

const nothingKnown: GlyphFacts = {
  bond: 0,
  isKnown: false,
  petals: (['trust', 'reciprocity', 'intensity', 'time'] as const).map((block) => {
    return { block, value: 0, knowledge: 'unknown', high: 0 } as const;
  }),
  weakest: null,
  givingOurs: 0,
  givingTheirs: 0,
  carrier: null,
};
