import { Button, NativeSelect, TextInput, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useSpoken } from '../../ui/words.tsx';
import { fromField, toField } from '../../ui/zoned-time.ts';
import classes from './capture.module.css';
import { usualDueTime } from './due-time.ts';
import type { PromiseSaid } from './promise-words.ts';

interface Props {
  readonly promise: PromiseSaid | null;
  readonly onChange: (promise: PromiseSaid | null) => void;
}

/** Who will do what, and by when. */
export function PromiseChip({ promise, onChange }: Props) {
  const { words, formats } = useSpoken();
  const { capture } = words;
  const { timeZone } = formats;
  if (!promise) {
    const dueMs = usualDueTime({ nowMs: Date.now(), timeZone });
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => onChange({ owedBy: 'ours', text: '', dueMs })}>
        {capture.addPromise}
      </Button>
    );
  }
  return (
    <fieldset className={classes.promise}>
      <legend>{capture.promise}</legend>
      <NativeSelect
        size="xs"
        aria-label={capture.promisedBy}
        value={promise.owedBy}
        data={[
          { value: 'ours', label: capture.byUs },
          { value: 'theirs', label: capture.byThem },
        ]}
        onChange={(event) => onChange({ ...promise, owedBy: event.currentTarget.value === 'ours' ? 'ours' : 'theirs' })}
      />
      <TextInput
        size="xs"
        className={classes.wide}
        aria-label={capture.promiseText}
        placeholder={capture.promiseText}
        required
        maxLength={1000}
        value={promise.text}
        onChange={(event) => onChange({ ...promise, text: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="datetime-local"
        aria-label={capture.promiseDue}
        required
        value={toField(promise.dueMs, timeZone)}
        onChange={(event) => {
          const dueMs = fromField(event.currentTarget.value, timeZone);
          if (dueMs !== null) onChange({ ...promise, dueMs });
        }}
      />
      <UnstyledButton className={classes.remove} aria-label={capture.removePromise} onClick={() => onChange(null)}>
        <IconX size={15} aria-hidden="true" />
      </UnstyledButton>
    </fieldset>
  );
}
