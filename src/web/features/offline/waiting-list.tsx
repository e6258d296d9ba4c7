import { Button } from '@mantine/core';
import { throwAway, tryRefusedAgain } from '../../api/outbox.ts';
import type { Waiting } from '../../api/outbox-store.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './notice.module.css';

/** What was written and is not in the house yet; what the house refused says why and waits for a decision. */
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const { words, formats } = useSpoken();
  const { offline, errors } = words;
  return (
    <ul className={classes.list}>
      {waiting.map((entry) => (
        <li key={entry.id}>
          <span>
            <strong>{entry.about}</strong>, {formats.dateTime(entry.input.at)}
            {entry.input.text && `: ${entry.input.text}`}
          </span>
          {entry.refused !== null && (
            <span className={classes.refused}>
              {errors.codes[entry.refused as keyof typeof errors.codes]}
              <Button size="compact-sm" variant="subtle" onClick={() => void tryRefusedAgain(entry)}>
                {offline.again}
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={() => void throwAway(entry)}>
                {offline.discard}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
