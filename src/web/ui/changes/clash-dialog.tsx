import { Button, Radio } from '@mantine/core';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../words.tsx';
import { type ClashField, onClash, readClash, type Side } from './clash.ts';
import classes from './clash-dialog.module.css';
import { sayField } from './say-change.ts';
import { sayValue } from './say-value.ts';
import { useSpeech } from './use-speech.ts';

/** Stands in the frame; opens wherever two people wrote the same field. */
export function ClashDialog() {
  const asked = useSyncExternalStore(onClash, readClash);
  if (!asked) return null;
  return <Choosing key={asked.fields.map(({ name }) => name).join()} fields={asked.fields} onAnswer={asked.answer} />;
}

interface Props {
  readonly fields: readonly ClashField[];
  readonly onAnswer: (choice: Readonly<Record<string, Side>> | null) => void;
}

function Choosing({ fields, onAnswer }: Props) {
  const { changes } = useWords();
  const [choice, setChoice] = useState<Readonly<Record<string, Side>>>(
    Object.fromEntries(fields.map(({ name }) => [name, 'mine'])),
  );
  const save = (event: FormEvent) => {
    event.preventDefault();
    onAnswer(choice);
  };
  return (
    <Dialog title={changes.clash.title} onClose={() => onAnswer(null)}>
      <form onSubmit={save} className={classes.form}>
        <p className="soft">{changes.clash.lead}</p>
        {fields.map((field) => (
          <ClashChoice
            key={field.name}
            field={field}
            side={choice[field.name] ?? 'mine'}
            onSide={(side) => setChoice({ ...choice, [field.name]: side })}
          />
        ))}
        <Button type="submit" className={classes.save ?? ''}>
          {changes.clash.save}
        </Button>
      </form>
    </Dialog>
  );
}

function ClashChoice({ field, side, onSide }: { field: ClashField; side: Side; onSide: (side: Side) => void }) {
  const speech = useSpeech();
  const { changes } = speech.words;
  const who = field.by ?? changes.somebody;
  return (
    <Radio.Group
      label={<span className={classes.name}>{sayField(field.name, speech)}</span>}
      value={side}
      onChange={(value) => onSide(value === 'theirs' ? 'theirs' : 'mine')}
    >
      <div className={classes.sides}>
        <Radio value="mine" label={changes.clash.mine} description={sayValue(field.name, field.mine, speech)} />
        <Radio
          value="theirs"
          label={changes.clash.theirs(who)}
          description={sayValue(field.name, field.theirs, speech)}
        />
      </div>
    </Radio.Group>
  );
}
