import { MultiSelect, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { PartyRow } from '#contract/party-rows.ts';
import { listQueries } from '../../api/list-queries.ts';
import { draftOf, readDraft } from '../../ui/money.ts';
import { MoneyInput } from '../../ui/money-input.tsx';
import { useEntered } from '../../ui/use-entered.ts';
import { useSpoken } from '../../ui/words.tsx';
import { ownField } from './columns.ts';
import { type CellValue, readCell, useSaveCell } from './use-save-cell.ts';

interface Props {
  readonly name: string;
  readonly row: PartyRow;
  readonly label: string;
  readonly onClose: (next: 'stay' | 'on' | 'back') => void;
}

export function CellEditor({ name, row: shown, label, onClose }: Props) {
  const row = useEntered(shown);
  const { words, formats } = useSpoken();
  const fields = useQuery(listQueries.fields()).data?.items ?? [];
  const tags = useQuery(listQueries.tags()).data?.items ?? [];
  const field = fields.find(({ key }) => `${ownField}${key}` === name);
  const [value, setValue] = useState<CellValue>(() => readCell(name, row));
  const [wrong, setWrong] = useState<string | null>(null);
  const money = typeof value === 'object' && value !== null && 'amountMinor' in value ? value : null;
  const [draft, setDraft] = useState(() => draftOf(money, formats));
  const save = useSaveCell();
  const isDone = useRef(false);
  const isMoney = field?.type === 'money';
  const finish = (next: 'stay' | 'on' | 'back') => {
    if (isDone.current) return;
    const kept = isMoney ? readDraft(draft, formats) : value;
    if (kept === undefined) return setWrong(words.errors.problems['not-an-amount'] ?? '');
    isDone.current = true;
    save({ name, row, value: kept, type: field?.type ?? null });
    onClose(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      isDone.current = true;
      event.stopPropagation();
      onClose('stay');
    } else if (event.key === 'Tab' && !(isMoney && staysInside(event))) {
      event.preventDefault();
      finish(event.shiftKey ? 'back' : 'on');
    } else if (event.key === 'Enter' && !isPicking(event)) {
      event.preventDefault();
      finish('stay');
    }
  };
  const shared = { 'aria-label': label, size: 'xs' as const, autoFocus: true, onKeyDown };
  const leave = () => finish('stay');
  if (name === 'role' || name === 'wish' || field?.type === 'choice') {
    const options =
      name === 'role'
        ? Object.entries(words.relations.roles).filter(([role]) => role !== 'private')
        : name === 'wish'
          ? Object.entries(words.relations.wishes)
          : (field?.options ?? []).map((option): [string, string] => [option.key, option.label]);
    return (
      <NativeSelect
        {...shared}
        value={String(Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))}
        data={[{ value: '', label: '–' }, ...options.map(([key, text]) => ({ value: key, label: text }))]}
        onChange={(event) => setValue(event.currentTarget.value || null)}
        onBlur={leave}
      />
    );
  }
  if (name === 'tags' || field?.type === 'multi-choice') {
    const list = Array.isArray(value) ? value : [];
    const many = { ...shared, value: list, onChange: setValue, onBlur: leave, comboboxProps: { width: 200 } };
    if (field)
      return <MultiSelect {...many} data={field.options.map((one) => ({ value: one.key, label: one.label }))} />;
    return <TagsInput {...many} data={tags.map((tag) => tag.name)} />;
  }
  if (isMoney) {
    return <MoneyInput {...{ label, draft, onKeyDown }} error={wrong} size="xs" onDraft={setDraft} onLeave={leave} />;
  }
  const type = field?.type === 'date' ? 'date' : field?.type === 'number' ? 'number' : 'text';
  return (
    <TextInput
      {...shared}
      type={type}
      step="any"
      value={value === null ? '' : String(value)}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}

/** Enter that chooses from an open list, or adds a tag that was typed, does not end the editing yet. */
function isPicking(event: KeyboardEvent): boolean {
  const input = event.target as HTMLInputElement;
  const picks = input.getAttribute('aria-haspopup') === 'listbox';
  return picks && (input.value !== '' || input.getAttribute('aria-activedescendant') !== null);
}

/** From an amount to its currency and back is no leaving. */
function staysInside(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLSelectElement === event.shiftKey;
}
