import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HookField, HookPick } from '#contract/hook-mapping.ts';
import { useHookWords } from '../../ui/words-of/hooks.ts';
import classes from './hooks.module.css';
import { type Leaf, listChoices, readPath, writePath } from './pick-path.ts';

type Form = Extract<HookPick, { from: 'paths' }>['form'];

interface Props {
  readonly field: HookField;
  readonly pick: HookPick | undefined;
  readonly leaves: readonly Leaf[];
  readonly onChange: (pick: HookPick | undefined) => void;
}

/** The ways each can be written; the first is the usual one. */
const formsOf: Partial<Record<HookField, readonly Form[]>> = {
  at: ['iso', 'utc', 'day-first', 'month-first', 'unix', 'unix-ms'],
  amount: ['amount', 'cents'],
  units: ['number'],
  rating: ['number'],
  text: ['text', 'html'],
};
const mostPaths = 6;

/** One of our words: from where in the message, or always the same. */
export function FieldRow({ field, pick, leaves, onChange }: Props) {
  const { mapping: words } = useHookWords();
  const label = words.fields[field] ?? field;
  const forms = formsOf[field] ?? ['text'];
  const [isFixed, setFixed] = useState(pick?.from === 'constant');
  const paths = pick?.from === 'paths' ? pick : null;
  const chosen = paths?.paths ?? [];
  const form = paths?.form ?? forms[0] ?? 'text';
  const isJoined = paths?.isJoined ?? false;
  const write = (change: Partial<Extract<HookPick, { from: 'paths' }>>) => {
    const next = {
      from: 'paths' as const,
      isJoined,
      form,
      paths: chosen,
      ...(paths?.words && { words: paths.words }),
      ...change,
    };
    onChange(next.paths.length > 0 ? next : undefined);
  };
  return (
    <fieldset className={classes.row}>
      <legend className={classes.legend}>{label}</legend>
      {isFixed ? (
        <FixedValue label={label} pick={pick} onChange={onChange} />
      ) : (
        <MultiSelect
          aria-label={label}
          value={chosen.map(writePath)}
          data={listChoices(leaves, chosen, words.every)}
          searchable
          maxValues={mostPaths}
          placeholder={chosen.length === 0 ? words.nothingYet : ''}
          onChange={(values) => write({ paths: values.map(readPath) })}
        />
      )}
      <div className={classes.acts}>
        {!isFixed && forms.length > 1 && (
          <Select
            aria-label={`${label}: ${words.form}`}
            size="xs"
            value={form}
            allowDeselect={false}
            data={forms.map((value) => ({ value, label: words.forms[value] ?? value }))}
            onChange={(value) => write({ form: forms.find((name) => name === value) ?? form })}
          />
        )}
        {!isFixed && chosen.length > 1 && (
          <Checkbox
            size="xs"
            label={words.joined}
            checked={isJoined}
            onChange={(event) => write({ isJoined: event.currentTarget.checked })}
          />
        )}
        <Checkbox
          size="xs"
          label={words.fixed}
          aria-label={words.isFixed(label)}
          checked={isFixed}
          onChange={(event) => {
            setFixed(event.currentTarget.checked);
            onChange(undefined);
          }}
        />
      </div>
    </fieldset>
  );
}

function FixedValue({ label, pick, onChange }: Pick<Props, 'pick' | 'onChange'> & { label: string }) {
  const [text, setText] = useState(pick?.from === 'constant' ? pick.value.trim() : '');
  return (
    <TextInput
      aria-label={label}
      value={text}
      maxLength={500}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => onChange(text.trim() === '' ? undefined : { from: 'constant', value: text.trim() })}
    />
  );
}
