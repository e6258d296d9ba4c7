import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  checkFilter,
  type FilterField,
  type FilterLeaf,
  type FilterOp,
  filterFields,
  opsOfType,
  ownFieldPrefix,
} from '#contract/party-filter.ts';
import { listQueries } from '../../api/list-queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../ui/words.tsx';
import { FilterValue } from './filter-value.tsx';
import classes from './filters.module.css';
import { fieldName, typeOfField } from './say-filter.ts';

interface Props {
  readonly leaf: FilterLeaf | null;
  readonly onKeep: (leaf: FilterLeaf) => void;
  readonly onClose: () => void;
}

const who: readonly FilterField[] = [
  'name',
  'kind',
  'role',
  'tag',
  'group',
  'city',
  'employer',
  'jobTitle',
  'mail',
  'phone',
  'birthdayMonth',
  'createdAt',
  'wish',
];
const contact: readonly FilterField[] = ['lastAt', 'quietAt', 'alarm', 'gapDays', 'contactCount'];
const bond = (Object.keys(filterFields) as FilterField[]).filter(
  (field) => !who.includes(field) && !contact.includes(field),
);

/** One condition: what, how, and which. */
export function FilterEditor({ leaf, onKeep, onClose }: Props) {
  const words = useWords();
  const { lists } = words;
  const own = (useQuery(listQueries.fields()).data?.items ?? []).filter(({ isArchived }) => !isArchived);
  const [field, setField] = useState<string>(leaf?.field ?? 'lastAt');
  const ops: readonly FilterOp[] = opsOfType[typeOfField(field, own)];
  const [chosenOp, setOp] = useState<FilterOp | null>(leaf?.op ?? null);
  const op = chosenOp && ops.includes(chosenOp) ? chosenOp : (ops[0] ?? 'is');
  const [value, setValue] = useState<unknown>(leaf?.value ?? (leaf ? undefined : 30));
  const made: FilterLeaf = op === 'empty' || op === 'filled' ? { field, op } : { field, op, value };
  const isWhole = isFilledIn(made) && checkFilter({ all: [made] }).length === 0;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) onKeep(made);
  };
  const group = (label: string, fields: readonly string[]) => ({
    group: label,
    items: fields.map((name) => ({ value: name, label: fieldName(name, words, own) })),
  });
  const choices = [
    group(lists.fieldGroups.contact, contact),
    group(lists.fieldGroups.who, who),
    group(lists.fieldGroups.bond, bond),
    ...(own.length > 0
      ? [
          group(
            lists.fieldGroups.own,
            own.map(({ key }) => `${ownFieldPrefix}${key}`),
          ),
        ]
      : []),
  ];
  return (
    <Dialog title={leaf ? lists.filter : lists.addFilter} size="sm" onClose={onClose}>
      <form onSubmit={send} className={classes.editor}>
        <NativeSelect
          label={lists.field}
          data-autofocus
          value={field}
          data={choices}
          onChange={(event) => {
            setField(event.currentTarget.value);
            setOp(null);
            setValue(undefined);
          }}
        />
        {ops.length > 1 && (
          <NativeSelect
            label={lists.op}
            value={op}
            data={ops.map((name) => ({ value: name, label: lists.ops[name] }))}
            onChange={(event) => {
              const next = event.currentTarget.value as FilterOp;
              if (shapeOf(next) !== shapeOf(op)) setValue(undefined);
              setOp(next);
            }}
          />
        )}
        <FilterValue field={field} op={op} value={value} own={own} onValue={setValue} />
        <Button type="submit" disabled={!isWhole}>
          {lists.apply}
        </Button>
      </form>
    </Dialog>
  );
}

/** Values of own fields are held against their definitions by the server; here it is enough that there is one. */
function isFilledIn({ op, value }: FilterLeaf): boolean {
  if (op === 'empty' || op === 'filled') return true;
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}

function shapeOf(op: FilterOp): string {
  if (op === 'before' || op === 'after') return 'day';
  if (op === 'older' || op === 'within' || op === 'coming') return 'days';
  return op === 'empty' || op === 'filled' ? 'none' : 'value';
}
