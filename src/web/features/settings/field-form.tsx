import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Field } from '#contract/fields.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useEntered } from '../../ui/use-entered.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './settings.module.css';
import { useUndoable, wordTouches } from './use-word-acts.ts';

interface Props {
  /** Null: a new one. */
  readonly field: Field | null;
  readonly onClose: () => void;
}

const types = ['text', 'number', 'date', 'choice', 'multi-choice', 'money', 'link', 'party'] as const;
const applies = ['person', 'organisation', 'both'] as const;

/** Names a field and says what goes in; the type of one that exists stays. */
export function FieldForm({ field: shown, onClose }: Props) {
  const field = useEntered(shown);
  const words = useWords();
  const { fields, yes } = words.records;
  const [name, setName] = useState(field?.name ?? '');
  const [appliesTo, setAppliesTo] = useState<Field['appliesTo']>(field?.appliesTo ?? 'both');
  const [type, setType] = useState<Field['type']>(field?.type ?? 'text');
  const [choices, setChoices] = useState((field?.options ?? []).map(({ label }) => label).join('\n'));
  const hasChoices = type === 'choice' || type === 'multi-choice';
  const save = useAct({
    run: () => {
      const common = { name: name.trim(), appliesTo, ...(hasChoices && { options: readChoices(choices, field) }) };
      if (!field) return api.fields.create({ ...nothing, body: { ...common, type }, headers: newKey() });
      const headers = { ...newKey(), ...ifMatch(field.version) };
      return api.fields.update({ ...nothing, params: { fieldId: field.id }, body: common, headers });
    },
    touches: wordTouches,
    isQuiet: true,
    onDone: onClose,
  });
  const remove = useUndoable({
    run: (id: string) => api.fields.remove({ ...nothing, params: { fieldId: id }, headers: newKey() }),
    recordOf: (id) => id,
    say: () => fields.removed(field?.name ?? ''),
  });
  const failure = save.isError ? describeFailure(save.error, words) : null;
  const isElsewhere = failure && Object.keys(failure.fields).length === 0;
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <TextInput
        label={fields.name}
        value={name}
        maxLength={100}
        data-autofocus
        error={failure?.fields['name']}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={fields.appliesTo}
        value={appliesTo}
        allowDeselect={false}
        data={applies.map((value) => ({ value, label: fields.applies[value] }))}
        onChange={(chosen) => setAppliesTo(applies.find((value) => value === chosen) ?? 'both')}
      />
      {field === null && (
        <Select
          label={fields.type}
          value={type}
          allowDeselect={false}
          data={types.map((value) => ({ value, label: fields.types[value] }))}
          onChange={(chosen) => setType(types.find((value) => value === chosen) ?? 'text')}
        />
      )}
      {hasChoices && (
        <Textarea
          label={fields.options}
          value={choices}
          autosize
          minRows={3}
          error={failure?.fields['options']}
          onChange={(event) => setChoices(event.currentTarget.value)}
        />
      )}
      {isElsewhere && (
        <p role="alert" className={classes.failure}>
          {failure.sentence}
        </p>
      )}
      <div className={classes.lineActs}>
        <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
          {yes}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {words.shell.cancel}
        </Button>
        {field && (
          <Button variant="subtle" color="gray" onClick={() => remove.mutate(field.id)}>
            {fields.remove}
          </Button>
        )}
      </div>
    </form>
  );
}

/** A line that stays is the same choice; on a line that reads differently at the same place it was renamed. */
function readChoices(text: string, field: Field | null): { key?: string; label: string }[] {
  const labels = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const known = field?.options ?? [];
  const kept = new Set(known.filter(({ label }) => labels.includes(label)).map(({ key }) => key));
  return labels.map((label, place) => {
    const same = known.find((option) => option.label === label);
    const renamed = labels.length === known.length ? known[place] : undefined;
    const key = same?.key ?? (renamed && !kept.has(renamed.key) ? renamed.key : undefined);
    return key === undefined ? { label } : { key, label };
  });
}
