import { Chip } from '@mantine/core';
import { timelineKinds } from '#contract/timeline-kinds.ts';
import { useWords } from '../../ui/words.tsx';
import type { RelationPlace } from './relation-place.ts';
import classes from './timeline.module.css';
import { readKinds, writeKinds } from './timeline-kinds.ts';

/** Words one can press: a row of boxes would speak louder than what it filters. */
const plain = {
  size: 'xs',
  variant: 'light',
  icon: null,
  classNames: { label: classes.kindLabel ?? '', iconWrapper: classes.noIcon ?? '' },
} as const;

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
      <Chip {...plain} checked={chosen.length === 0} onChange={() => onPlace(rest)}>
        {timeline.all}
      </Chip>
      <Chip.Group multiple value={chosen} onChange={choose}>
        {timelineKinds.map((kind) => (
          <Chip key={kind} value={kind} {...plain}>
            {timeline.kinds[kind]}
          </Chip>
        ))}
      </Chip.Group>
    </div>
  );
}
