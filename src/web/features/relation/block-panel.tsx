import { CloseButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Party } from '#contract/parties.ts';
import type { Tie } from '#contract/ties.ts';
import type { BlockName } from '#engine/reading.ts';
import { useSpoken } from '../../ui/words.tsx';
import { BlockGrounds } from './block-grounds.tsx';
import classes from './block-panel.module.css';
import { BothWays } from './both-ways.tsx';
import { CorrectBlock } from './correct-block.tsx';
import { Evidence } from './evidence.tsx';
import { Reasons } from './reasons.tsx';
import { sidesOf } from './sides.ts';
import { StrandChoice } from './strand-choice.tsx';

interface Props {
  readonly tie: Tie;
  readonly block: BlockName;
  readonly party: Party;
  readonly onStrand: (tieId: string) => void;
  readonly onClose: () => void;
}

/** What is behind one petal: why, both directions, the events with their weights, and the reader's own word. */
export function BlockPanel({ party, tie, block, onStrand, onClose }: Props) {
  const { words, formats } = useSpoken();
  const { bond, relation } = words;
  const panel = relation.blockPanel;
  const read = tie.reading[block];
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const gain = read.marginalGain * 10;
  return (
    <section className={classes.panel} aria-labelledby="block-title" data-block={block} data-account="">
      <header className={classes.head}>
        <div>
          <h2 id="block-title" ref={title} tabIndex={-1} className="landing">
            {bond.blockTitles[block]}
          </h2>
          <p className="soft">{bond.questions[block]}</p>
        </div>
        <CloseButton onClick={onClose} aria-label={panel.close} />
      </header>
      <StrandChoice party={party} tieId={tie.id} onChoose={onStrand} />
      {read.knowledge === 'unknown' ? (
        <p className={classes.value}>{bond.unknownBlock[block]}</p>
      ) : (
        <p className={classes.value}>
          {panel.value(formats.hundred(read.value))}
          <span className="soft">
            {' '}
            {read.knowledge === 'assumed'
              ? `(${bond.knowledge.assumed})`
              : panel.between(formats.hundred(read.low), formats.hundred(read.high))}
          </span>
        </p>
      )}
      {block === 'reciprocity' && read.knowledge === 'assumed' && <p>{bond.assumedReciprocity}</p>}
      <BothWays tie={tie} block={block} />
      <h3>{panel.reasons}</h3>
      <Reasons tie={tie} block={block} them={sidesOf(tie).them.name} />
      {read.knowledge !== 'unknown' && gain >= 0.5 && tie.reading.bond > 0 && (
        <p className="soft">{panel.gain(formats.number(gain, 1))}</p>
      )}
      <div data-part="events">
        <h3>{panel.evidence}</h3>
        <Evidence tie={tie} block={block} />
      </div>
      <BlockGrounds block={block} />
      <CorrectBlock tie={tie} block={block} />
      <p className="soft small">
        {panel.parametersText}{' '}
        <Link to="/settings/$section" params={{ section: 'parameters' }} hash={block}>
          {panel.parametersLink}
        </Link>
      </p>
    </section>
  );
}
