import { IconPin } from '@tabler/icons-react';
import { useSpoken } from '../../ui/words.tsx';
import classes from './timeline.module.css';

/** Beside what stands on top of the timeline because somebody put it there. */
export function PinnedSign({ isPinned }: { isPinned: boolean }) {
  const { timeline } = useSpoken().words;
  if (!isPinned) return null;
  return <IconPin size={14} className={classes.sign} role="img" aria-label={timeline.pinned} />;
}
