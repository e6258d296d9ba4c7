import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useHookWords } from '../../ui/words-of/hooks.ts';
import classes from './hooks.module.css';

interface Props {
  readonly sample: string | null;
  readonly onSample: (sample: string | null) => void;
}

/** An example from elsewhere, for who has nothing coming in yet. */
export function Sample({ sample, onSample }: Props) {
  const { sample: words } = useHookWords();
  const [text, setText] = useState<string | null>(null);
  const isWrong = text !== null && text.trim() !== '' && sample === null;
  if (text === null) {
    return (
      <div>
        <Button variant="default" onClick={() => setText('')}>
          {words.open}
        </Button>
      </div>
    );
  }
  const write = (next: string) => {
    setText(next);
    onSample(isJson(next) ? next : null);
  };
  return (
    <div className={classes.sample}>
      <Textarea
        label={words.label}
        description={words.hint}
        value={text}
        autosize
        minRows={4}
        maxRows={12}
        spellCheck={false}
        data-autofocus
        error={isWrong ? words.problem : null}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            setText(null);
            onSample(null);
          }}
        >
          {words.use}
        </Button>
      </div>
    </div>
  );
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
