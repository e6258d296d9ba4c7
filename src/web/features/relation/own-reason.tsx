import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { foundationTouches } from '../../api/standing-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useWords } from '../../ui/words.tsx';
import { useFoundationWords } from '../../ui/words-of/foundations.ts';
import classes from './foundation.module.css';

/** A reason that does not come with the program: named once, for all relations. */
export function OwnReason({ onMade }: { onMade: (key: string) => void }) {
  const all = useWords();
  const words = useFoundationWords();
  const { sayDone } = useUndoRecord();
  const [isOpen, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const add = useAct({
    run: () => api.foundationKinds.create({ ...nothing, body: { label: label.trim() }, headers: newKey() }),
    touches: foundationTouches,
    isQuiet: true,
    onDone: ({ id, key }) => {
      sayDone(words.did.kind(label.trim()), id);
      onMade(key);
      setLabel('');
      setOpen(false);
    },
  });
  if (!isOpen) {
    return (
      <div>
        <UnstyledButton className={classes.how} onClick={() => setOpen(true)}>
          {words.own}
        </UnstyledButton>
      </div>
    );
  }
  return (
    <div className={classes.dates}>
      <TextInput
        label={words.ownLabel}
        placeholder={words.ownPlaceholder}
        autoFocus
        maxLength={80}
        value={label}
        error={add.isError ? describeFailure(add.error, all).sentence : undefined}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button variant="default" loading={add.isPending} disabled={label.trim() === ''} onClick={() => add.mutate()}>
        {words.addOwn}
      </Button>
    </div>
  );
}
