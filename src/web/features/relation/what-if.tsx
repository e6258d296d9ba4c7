import { Button, Slider } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Party } from '#contract/parties.ts';
import type { Tie } from '#contract/ties.ts';
import { readContinuationChance, resolveParameters, type TieReading } from '#engine/index.ts';
import { BondGlyph } from '../../ui/bond-glyph.tsx';
import { factsOfReading } from '../../ui/glyph/glyph-facts.ts';
import { MeasuredNumber } from '../../ui/numbers/measured-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { ChanceChecked } from './chance-checked.tsx';
import { StrandChoice } from './strand-choice.tsx';
import { type Lever, levers, nothingSupposed, readNow, readSupposed } from './suppose.ts';
import classes from './what-if.module.css';

const Shock = lazy(() => import('./shock.tsx').then((loaded) => ({ default: loaded.Shock })));

interface Props {
  readonly party: Party;
  readonly tie: Tie | null;
  readonly onStrand: (tieId: string) => void;
}

/** Sliders over things that did not happen; the engine answers on this screen. */
export function WhatIf({ party, tie, onStrand }: Props) {
  const { whatif } = useSpoken().words.relation;
  if (!tie || tie.state.ab.contactCount + tie.state.ba.contactCount === 0) {
    return <p className="soft">{whatif.cannot}</p>;
  }
  return (
    <div className={classes.whatif}>
      <StrandChoice party={party} tieId={tie.id} onChoose={onStrand} />
      <Sliders key={tie.id} tie={tie} />
      <Suspense>
        <Shock party={party} />
      </Suspense>
    </div>
  );
}

function Sliders({ tie }: { tie: Tie }) {
  const { words } = useSpoken();
  const { whatif } = words.relation;
  const [nowMs] = useState(() => Date.now());
  const [supposition, setSupposition] = useState(nothingSupposed);
  const now = useMemo(() => readNow({ tie, nowMs }), [tie, nowMs]);
  const supposed = useMemo(() => readSupposed({ tie, nowMs, supposition }), [tie, nowMs, supposition]);
  const isMoved = Object.values(supposition).some((value) => value > 0);
  const doesNothing = levers.every((lever) => supposition[lever] === 0);
  const then = isMoved ? supposed : now;
  return (
    <div className={classes.whatif}>
      <p className="soft">{whatif.lead}</p>
      <div className={classes.compare} data-numbers="">
        <figure>
          <BondGlyph facts={factsOfReading(now, tie.context.ours)} size={140} />
          <figcaption className="soft">
            <MeasuredNumber of={{ tieId: tie.id }} figure="bond">
              {whatif.now}
            </MeasuredNumber>
          </figcaption>
        </figure>
        <figure>
          <BondGlyph facts={factsOfReading(then, tie.context.ours)} size={140} />
          <figcaption className="soft">
            {isMoved ? (doesNothing ? whatif.nothingHappens : whatif.after) : whatif.after}
          </figcaption>
        </figure>
        <Verdict tie={tie} now={now} then={then} isMoved={isMoved} />
      </div>
      <div className={classes.sliders}>
        <Lifted
          label={whatif.weeks}
          value={supposition.weeks}
          max={52}
          say={whatif.weeksValue}
          onChange={(weeks) => setSupposition({ ...supposition, weeks })}
        />
        <h3>{whatif.meanwhile}</h3>
        {levers.map((lever: Lever) => (
          <Lifted
            key={lever}
            label={whatif[lever]}
            value={supposition[lever]}
            max={6}
            say={whatif.times}
            onChange={(count) => setSupposition({ ...supposition, [lever]: count })}
          />
        ))}
      </div>
      <div>
        <Button variant="default" disabled={!isMoved} onClick={() => setSupposition(nothingSupposed)}>
          {whatif.reset}
        </Button>
      </div>
    </div>
  );
}

interface LiftedProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly say: (value: number) => string;
  readonly onChange: (value: number) => void;
}

function Lifted({ label, value, max, say, onChange }: LiftedProps) {
  return (
    <div className={classes.slider}>
      <span aria-hidden="true">{label}</span>
      <Slider
        thumbLabel={label}
        value={value}
        onChange={onChange}
        min={0}
        max={max}
        step={1}
        label={null}
        size="sm"
        thumbProps={{ 'aria-valuetext': say(value) }}
      />
      <span className={classes.value}>{say(value)}</span>
    </div>
  );
}

interface VerdictProps {
  readonly tie: Tie;
  readonly now: TieReading;
  readonly then: TieReading;
  readonly isMoved: boolean;
}

/** In words what moved: closeness, level, weakest link, rhythm; and when it would be too much. */
function Verdict({ tie, now, then, isMoved }: VerdictProps) {
  const { words, formats } = useSpoken();
  const { relation, bond } = words;
  const { whatif } = relation;
  const [from, to] = [Math.round(now.bond * 100), Math.round(then.bond * 100)];
  const said = [
    from === to ? whatif.stays : (to > from ? whatif.rises : whatif.falls)(formats.number(from), formats.number(to)),
  ];
  if (then.level !== now.level) said.push(whatif.becomes(bond.statuses[then.level]));
  if (then.weakest && then.weakest !== now.weakest) said.push(whatif.weakestThen(bond.blocks[then.weakest]));
  if (then.rhythm.quietAtMs !== null && then.alarm === 'none' && then.alarmSilencedBy === null) {
    said.push(whatif.quietOn(formats.date(then.rhythm.quietAtMs)));
  }
  if (then.alarm !== 'none') said.push(`${bond.alarms[then.alarm]}.`);
  if (then.pressure > 1) said.push(whatif.tooMuch);
  const count = tie.state.ab.contactCount + tie.state.ba.contactCount;
  const isTwoSided = then.contact.ab > 0 && then.contact.ba > 0;
  const chance = readContinuationChance(then.contactFigure, resolveParameters(tie.parameters as object));
  return (
    <div className={classes.verdict} aria-live="polite">
      <p className={classes.said}>
        {isMoved ? (
          <MeasuredNumber of={{ tieId: tie.id }} figure="bond">
            {said.join(' ')}
          </MeasuredNumber>
        ) : (
          whatif.begin
        )}
      </p>
      {isTwoSided && then.alarm === 'none' && (
        <p className="soft small">
          <MeasuredNumber of={{ tieId: tie.id }} figure="chance">
            {whatif.chance(formats.percent(chance), count)}
          </MeasuredNumber>{' '}
          {whatif.chanceHow} <ChanceChecked chance={chance} />
        </p>
      )}
    </div>
  );
}
