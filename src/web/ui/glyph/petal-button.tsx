import type { KeyboardEvent } from 'react';
import type { BlockName } from '#engine/reading.ts';
import { useSpoken } from '../words.tsx';
import type { PetalFacts } from './glyph-facts.ts';
import { type Layout, petalTurn } from './layouts.ts';
import classes from './petal-button.module.css';

interface Props {
  readonly petal: PetalFacts;
  readonly layout: Layout;
  readonly isOpen: boolean;
  readonly onOpen: (block: BlockName) => void;
}

/** The quarter of the flower around a petal, as a button: large enough for any finger. */
export function PetalButton({ petal, layout, isOpen, onOpen }: Props) {
  const { words, formats } = useSpoken();
  const far = layout.viewSize / 2;
  const near = layout.ringRadius;
  const open = () => onOpen(petal.block);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-expanded={isOpen}
      aria-label={words.bond.openBlock(petal.block, formats.hundred(petal.value), petal.knowledge)}
      className={classes.button}
      data-block={petal.block}
      transform={`rotate(${petalTurn[petal.block]})`}
      onClick={open}
      onKeyDown={onKeyDown}
    >
      <path
        d={`M${-near * 0.7},${-near * 0.7}L${-far * 0.72},${-far + 2}H${far * 0.72}L${near * 0.7},${-near * 0.7}Z`}
      />
    </g>
  );
}
