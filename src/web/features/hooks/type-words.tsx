import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useHookWords } from '../../ui/words-of/hooks.ts';
import classes from './hooks.module.css';

interface Props {
  readonly words: Readonly<Record<string, string>>;
  readonly types: readonly string[];
  readonly onChange: (words: Record<string, string>) => void;
}

/** Their word for what happened, and ours. */
export function TypeWords({ words, types, onChange }: Props) {
  const { mapping } = useHookWords();
  const [word, setWord] = useState('');
  const ours = [...types, 'skip'].map((value) => ({ value, label: mapping.types[value] ?? value }));
  const add = () => {
    if (word.trim() === '') return;
    onChange({ ...words, [word.trim()]: 'order' });
    setWord('');
  };
  return (
    <div className={classes.words}>
      {Object.entries(words).map(([theirs, our]) => (
        <div key={theirs} className={classes.word}>
          <code>{theirs}</code>
          <Select
            aria-label={`${theirs}: ${mapping.ourWord}`}
            size="xs"
            value={our}
            allowDeselect={false}
            data={ours}
            onChange={(value) => value && onChange({ ...words, [theirs]: value })}
          />
          <CloseButton
            size="sm"
            aria-label={mapping.removeWord(theirs)}
            onClick={() => {
              const { [theirs]: _, ...others } = words;
              onChange(others);
            }}
          />
        </div>
      ))}
      <div className={classes.word}>
        <TextInput
          aria-label={mapping.theirWord}
          placeholder={mapping.theirWord}
          size="xs"
          maxLength={200}
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        <Button size="xs" variant="default" onClick={add}>
          {mapping.addWord}
        </Button>
      </div>
    </div>
  );
}
