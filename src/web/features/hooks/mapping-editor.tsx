import { Select } from '@mantine/core';
import { useState } from 'react';
import type { HookField, HookMapping } from '#contract/hook-mapping.ts';
import { useHookWords } from '../../ui/words-of/hooks.ts';
import { FieldRow } from './field-row.tsx';
import classes from './hooks.module.css';
import type { Leaf } from './pick-path.ts';
import { TypeRow } from './type-row.tsx';

interface Props {
  readonly mapping: HookMapping;
  readonly leaves: readonly Leaf[];
  readonly onChange: (mapping: HookMapping) => void;
}

/** In the order in which one reads a message. */
const order: readonly HookField[] = [
  ...(['id', 'at', 'mail', 'name', 'organisation', 'number', 'phone', 'city', 'kvkNumber', 'vatId', 'iban'] as const),
  ...(['subject', 'text', 'amount', 'currency', 'units', 'product', 'order', 'invoice', 'ticket', 'by'] as const),
  ...(['rating', 'isComplaint'] as const),
];
/** Without these nothing can be kept, so they stand there before anything is chosen. */
const always: readonly HookField[] = ['id', 'at', 'mail'];

/** Which of their words are which of ours; kept as one goes. */
export function MappingEditor({ mapping, leaves, onChange }: Props) {
  const { mapping: words } = useHookWords();
  // A row that is emptied stays, to be filled again.
  const [opened, setOpened] = useState(() => order.filter((field) => always.includes(field) || mapping.fields[field]));
  const shown = order.filter((field) => opened.includes(field) || mapping.fields[field] !== undefined);
  const rest = order.filter((field) => !shown.includes(field));
  const write = (field: HookField, pick: HookMapping['fields'][HookField]) => {
    const { [field]: _, ...others } = mapping.fields;
    onChange({ ...mapping, fields: pick ? { ...others, [field]: pick } : others });
  };
  return (
    <div className={classes.mapping}>
      <TypeRow pick={mapping.type} leaves={leaves} onChange={(type) => onChange({ ...mapping, type })} />
      {shown.map((field) => (
        <FieldRow
          key={field}
          field={field}
          pick={mapping.fields[field]}
          leaves={leaves}
          onChange={(pick) => write(field, pick)}
        />
      ))}
      <Select
        label={words.addField}
        value={null}
        searchable
        data={rest.map((value) => ({ value, label: words.fields[value] ?? value }))}
        onChange={(chosen) => {
          const field = rest.find((name) => name === chosen);
          if (field) setOpened([...opened, field]);
        }}
      />
    </div>
  );
}
