import { Chip } from '@mantine/core';
import { timelineKinds } from '#contract/timeline-kinds.ts';
import { useWords } from '../../ui/words.tsx';
import type { RelationPlace } from './relation-place.ts';
import classes from './timeline.module.css';
import { readKinds, writeKinds } from './timeline-kinds.ts';

interface Props {
  readonly place: RelationPlace;
  readonly onPlace: (place: RelationPlace) => void;
}

export function TimelineFilter({ place, onPlace }: Props) {
  const { timeline } = useWords();
  const { kinds, ...rest } = place;
  const chosen = readKinds(kinds);
  const choose = (values: string[]) => onPlace({ ...rest, ...writeKinds(readKinds(values.join(','))) });
  return (
    <div role="group" aria-label={timeline.filter} className={`${classes.filter} noPrint`}>
      <Chip size="xs" variant="outline" checked={chosen.length === 0} onChange={() => onPlace(rest)}>
        {timeline.all}
      </Chip>
      <Chip.Group multiple value={chosen} onChange={choose}>
        {timelineKinds.map((kind) => (
          <Chip key={kind} value={kind} size="xs" variant="outline">
            {timeline.kinds[kind]}
          </Chip>
        ))}
      </Chip.Group>
    </div>
  );
}
