import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Party } from '#contract/parties.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './about.module.css';
import type { PartyChange } from './use-save-party.ts';

interface Props {
  readonly party: Party;
  readonly onSave: (change: PartyChange) => void;
}

type Field = 'name' | 'jobTitle' | 'note';

/** Text fields that save when one leaves them, if something changed. */
export function FreeFields({ party, onSave }: Props) {
  const { relation, errors } = useWords();
  const { about } = relation;
  const [draft, setDraft] = useState({ name: party.name, jobTitle: party.jobTitle ?? '', note: party.note ?? '' });
  const isNameless = draft.name.trim() === '';
  const field = (name: Field) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
    onBlur: () => {
      const text = draft[name].trim();
      if (text === (party[name] ?? '') || (name === 'name' && text === '')) return;
      onSave({ [name]: name === 'name' || text !== '' ? text : null });
    },
  });
  return (
    <div className={classes.fields}>
      <TextInput label={about.name} error={isNameless ? errors.fields.required : null} {...field('name')} />
      {party.kind === 'person' && <TextInput label={about.jobTitle} {...field('jobTitle')} />}
      <Textarea
        className={classes.full}
        label={about.note}
        placeholder={about.notePlaceholder}
        autosize
        minRows={2}
        {...field('note')}
      />
    </div>
  );
}
