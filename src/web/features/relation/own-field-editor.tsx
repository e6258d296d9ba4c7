import { MultiSelect, Select } from '@mantine/core';
import type { Field } from '#contract/fields.ts';
import type { Party } from '#contract/parties.ts';
import type { FieldInput, FieldOutput } from '#contract/party-facts.ts';
import { PartySelect } from '../../ui/party-select.tsx';
import { readNumber } from '../../ui/read-number.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './facts.module.css';
import { MoneyEditor } from './money-editor.tsx';
import { TextEditor } from './text-editor.tsx';
import type { SaveFact } from './use-save-party.ts';

interface Props {
  readonly field: Field;
  readonly party: Party;
  readonly save: SaveFact;
  readonly onClose: () => void;
}

/** What changes a value of an own field, by the type of the field. */
export function OwnFieldEditor({ field, party, save, onClose }: Props) {
  const { words, formats } = useSpoken();
  const { key, name: label, type } = field;
  const value = party.fields[key];
  const put = async (written: FieldInput) => {
    const before = { fields: { [key]: sent(value) } };
    const wrong = await save({ label, change: { fields: { [key]: written } }, before });
    return wrong && (wrong[key] ?? Object.values(wrong)[0] ?? '');
  };
  const choose = (written: FieldInput) => void put(written).then(onClose);
  const data = field.options.map((option) => ({ value: option.key, label: option.label }));
  if (type === 'choice') {
    const chosen = typeof value === 'string' ? value : null;
    return (
      <Select
        {...{ 'aria-label': label, data, className: classes.editor, autoFocus: true, defaultDropdownOpened: true }}
        clearable
        value={chosen}
        onChange={choose}
        onBlur={onClose}
      />
    );
  }
  if (type === 'multi-choice') {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <MultiSelect
        {...{ 'aria-label': label, data, className: classes.editor, autoFocus: true, defaultDropdownOpened: true }}
        clearable
        value={chosen}
        onChange={(keys) => void put(keys)}
        onBlur={onClose}
      />
    );
  }
  if (type === 'party') {
    const chosen = typeof value === 'object' && 'id' in value ? value.id : null;
    return (
      <div className={classes.editor}>
        <PartySelect label={label} value={chosen} onChange={choose} />
      </div>
    );
  }
  if (type === 'money') {
    const money = typeof value === 'object' && 'amountMinor' in value ? value : null;
    return <MoneyEditor {...{ label, onClose }} value={money} onSave={put} />;
  }
  const read = (text: string): FieldInput | undefined => {
    if (text === '') return null;
    if (type === 'text' || type === 'link' || type === 'date') return text;
    return readNumber(text, formats.locale) ?? undefined;
  };
  const onSave = async (text: string) => {
    const written = read(text);
    if (written !== undefined) return put(written);
    return words.errors.problems['not-a-number'] ?? '';
  };
  const text = typeof value === 'number' ? formats.number(value, 3) : typeof value === 'string' ? value : '';
  return <TextEditor {...{ label, value: text, onSave, onClose }} inputType={type === 'date' ? 'date' : 'text'} />;
}

/** What one sends to have it as it is. */
function sent(value: FieldOutput | undefined): FieldInput {
  if (value === undefined) return null;
  return typeof value === 'object' && 'id' in value ? value.id : value;
}
