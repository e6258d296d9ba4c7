import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import { fromField, instantAt, toField, wallTimeAt, weekdayOf } from '../../ui/zoned-time.ts';
import classes from './letter.module.css';

interface Props {
  readonly onClose: () => void;
  /** An instant; the firm's clock decides which one is meant. */
  readonly onChoose: (at: string) => void;
}

export function SendLater({ onClose, onChoose }: Props) {
  const { formats } = useSpoken();
  const { letter } = useMailWords();
  const { timeZone } = formats;
  const tomorrow = morningIn(1, timeZone);
  const weekday = weekdayOf(wallTimeAt(Date.now(), timeZone));
  const monday = morningIn((8 - weekday) % 7 || 7, timeZone);
  const [field, setField] = useState(() => toField(tomorrow, timeZone));
  const atMs = fromField(field, timeZone);
  return (
    <Dialog title={letter.laterTitle} onClose={onClose}>
      <div className={classes.form}>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => onChoose(new Date(tomorrow).toISOString())}>
            {letter.tomorrow}
          </Button>
          <Button variant="default" onClick={() => onChoose(new Date(monday).toISOString())}>
            {letter.monday}
          </Button>
        </div>
        <TextInput
          type="datetime-local"
          label={letter.laterAt}
          value={field}
          onChange={(event) => setField(event.currentTarget.value)}
        />
        <div>
          <Button
            disabled={atMs === null || atMs <= Date.now()}
            onClick={() => atMs !== null && onChoose(new Date(atMs).toISOString())}
          >
            {letter.laterSet}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function morningIn(days: number, timeZone: string): number {
  const now = wallTimeAt(Date.now(), timeZone);
  return instantAt({ ...now, day: now.day + days, hour: 8, minute: 30 }, timeZone);
}
