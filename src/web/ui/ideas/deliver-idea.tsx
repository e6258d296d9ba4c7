import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSpoken } from '../words.tsx';
import { useIdeaWords } from '../words-of/ideas.ts';
import classes from './ideas.module.css';

interface Props {
  readonly onDone: (fields: { deliveredIn: string; deliveredOn: string }) => void;
  readonly onClose: () => void;
}

/** What an idea became, and since when. */
export function DeliverIdea({ onDone, onClose }: Props) {
  const { words, formats } = useSpoken();
  const ideas = useIdeaWords();
  const today = formats.dayKey(Date.now());
  const [thing, setThing] = useState('');
  const [on, setOn] = useState(today);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (thing.trim() !== '' && on !== '') onDone({ deliveredIn: thing.trim(), deliveredOn: on });
  };
  return (
    <form className={classes.deliver} onSubmit={send}>
      <TextInput
        label={ideas.thing}
        placeholder={ideas.thingPlaceholder}
        autoFocus
        maxLength={200}
        value={thing}
        onChange={(event) => setThing(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={ideas.on}
        max={today}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <Button type="submit" disabled={thing.trim() === ''}>
        {ideas.save}
      </Button>
      <Button variant="subtle" color="gray" onClick={onClose}>
        {words.shell.cancel}
      </Button>
    </form>
  );
}
