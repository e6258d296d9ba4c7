import { NativeSelect } from '@mantine/core';
import type { Party } from '#contract/parties.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './strand-choice.module.css';

interface Props {
  readonly party: Party;
  readonly tieId: string;
  readonly onChoose: (tieId: string) => void;
}

/** Reasons and suppositions are of one tie between two; where a relation has several, this says and changes which. */
export function StrandChoice({ party, tieId, onChoose }: Props) {
  const { relation } = useWords();
  if (party.strands.length < 2) return null;
  const strands = [...party.strands].sort((one, other) => other.bond - one.bond);
  return (
    <NativeSelect
      className={classes.choice}
      label={relation.showStrand}
      size="xs"
      value={tieId}
      data={strands.map(({ tieId: value, ours, theirs }) => ({
        value,
        label: relation.strandOf(ours.name, theirs.name),
      }))}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
