import { UnstyledButton } from '@mantine/core';
import type { Party } from '#contract/parties.ts';
import type { Tie } from '#contract/ties.ts';
import { MeasuredNumber } from '../../ui/numbers/measured-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import type { RelationPlace } from './relation-place.ts';
import classes from './story.module.css';

interface Props {
  readonly party: Party;
  readonly tie: Tie | null;
  readonly place: RelationPlace;
  readonly onPlace: (place: RelationPlace) => void;
  readonly isStrandChosen: boolean;
}

/** Through whom a relation runs, strongest first, and how much of it hangs on one colleague. */
export function Strands({ party, tie, place, onPlace, isStrandChosen }: Props) {
  const { words, formats } = useSpoken();
  const { relation } = words;
  const strands = [...party.strands].sort((one, other) => other.bond - one.bond).slice(0, 8);
  const { dependency } = party;
  const { tie: _, ...overall } = place;
  const of = { partyId: party.id };
  const leaning = dependency && (
    <MeasuredNumber of={of} figure="dependency">
      {relation.dependency(dependency.on.name, formats.percent(dependency.share))}
    </MeasuredNumber>
  );
  return (
    <section className={classes.part} aria-label={relation.strandsTitle}>
      <h2>{relation.strandsTitle}</h2>
      {dependency && dependency.share >= 0.4 && (
        <p>{dependency.share >= 0.8 ? relation.dependencyHigh(dependency.on.name) : leaning}</p>
      )}
      {strands.length > 1 && (
        <ul className={classes.strands}>
          <li className={classes.strandLine}>
            <UnstyledButton className={classes.strand} aria-pressed={!isStrandChosen} onClick={() => onPlace(overall)}>
              {relation.overall}
            </UnstyledButton>
            <MeasuredNumber of={of} figure="bond">
              {party.figures ? formats.hundred(party.figures.bond) : '–'}
            </MeasuredNumber>
          </li>
          {strands.map((strand) => (
            <li key={strand.tieId} className={classes.strandLine}>
              <UnstyledButton
                className={classes.strand}
                aria-pressed={isStrandChosen && tie?.id === strand.tieId}
                onClick={() => onPlace({ ...place, tie: strand.tieId })}
              >
                {relation.strandOf(strand.ours.name, strand.theirs.name)}
                <span className={classes.bar} aria-hidden="true">
                  <span style={{ width: `${strand.bond * 100}%` }} />
                </span>
              </UnstyledButton>
              <MeasuredNumber of={{ tieId: strand.tieId }} figure="bond">
                {formats.hundred(strand.bond)}
              </MeasuredNumber>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
