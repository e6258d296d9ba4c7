import type { Figures } from '#contract/figures.ts';
import classes from './status-word.module.css';
import { useWords } from './words.tsx';

/** How a tie stands, in a word: an alarm first, else its status. */
export function StatusWord({ figures }: { figures: Figures | null }) {
  const { bond } = useWords();
  if (!figures) return <span className={classes.word}>{bond.statuses.unknown}</span>;
  const isAlarm = figures.alarm !== 'none' && figures.alarmSilencedBy === null;
  if (isAlarm) {
    return (
      <span className={classes.word} data-alarm={figures.alarm}>
        {bond.alarms[figures.alarm]}
      </span>
    );
  }
  return (
    <span className={classes.word} data-status={figures.status}>
      {bond.statuses[figures.status]}
    </span>
  );
}
