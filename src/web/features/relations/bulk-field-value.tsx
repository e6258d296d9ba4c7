import { MultiSelect, Select, TextInput } from '@mantine/core';
import type { Field } from '#contract/fields.ts';
import type { FieldInput } from '#contract/party-facts.ts';
import type { Formats } from '#messages/formats.ts';
import { type MoneyDraft, readDraft } from '../../ui/money.ts';
import { MoneyInput } from '../../ui/money-input.tsx';
import { PartySelect } from '../../ui/party-select.tsx';
import { readNumber } from '../../ui/read-number.ts';
import { useSpoken } from '../../ui/words.tsx';

/** What was filled in so far, whatever the type. */
export interface FieldDraft {
  readonly text: string;
  readonly keys: readonly string[];
  readonly money: MoneyDraft;
}

export const noDraft: FieldDraft = { text: '', keys: [], money: { text: '', currency: 'EUR' } };

/** Null: nothing was filled in; undefined: it cannot be. */
export function readFieldDraft(field: Field, draft: FieldDraft, formats: Formats): FieldInput | undefined {
  const text = draft.text.trim();
  if (field.type === 'money') return readDraft(draft.money, formats);
  if (field.type === 'multi-choice') return draft.keys.length === 0 ? null : [...draft.keys];
  if (text === '') return null;
  return field.type === 'number' ? (readNumber(text, formats.locale) ?? undefined) : text;
}

interface Props {
  readonly field: Field;
  readonly draft: FieldDraft;
  readonly wrong: string | null;
  readonly onDraft: (draft: FieldDraft) => void;
}

export function BulkFieldValue({ field, draft, wrong, onDraft }: Props) {
  const { fieldValue: label } = useSpoken().words.lists.acts;
  const options = field.options.map((option) => ({ value: option.key, label: option.label }));
  const set = (text: string | null) => onDraft({ ...draft, text: text ?? '' });
  switch (field.type) {
    case 'money':
      return (
        <MoneyInput
          isLabelShown
          label={label}
          draft={draft.money}
          error={wrong}
          onDraft={(money) => onDraft({ ...draft, money })}
        />
      );
    case 'choice':
      return <Select label={label} data={options} value={draft.text || null} onChange={set} />;
    case 'multi-choice':
      return (
        <MultiSelect
          label={label}
          data={options}
          value={[...draft.keys]}
          onChange={(keys) => onDraft({ ...draft, keys })}
        />
      );
    case 'party':
      return <PartySelect isLabelShown label={label} value={draft.text || null} onChange={set} />;
    default:
      return (
        <TextInput
          label={label}
          type={field.type === 'date' ? 'date' : 'text'}
          inputMode={field.type === 'number' ? 'decimal' : 'text'}
          value={draft.text}
          error={wrong}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
  }
}
