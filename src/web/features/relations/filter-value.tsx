import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Field } from '#contract/fields.ts';
import type { FilterOp } from '#contract/party-filter.ts';
import { listQueries } from '../../api/list-queries.ts';
import { queries } from '../../api/queries.ts';
import { standingQueries } from '../../api/standing-queries.ts';
import { PartySelect } from '../../ui/party-select.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './filters.module.css';
import { choicesOf, typeOfField } from './say-filter.ts';

interface Props {
  readonly field: string;
  readonly op: FilterOp;
  readonly value: unknown;
  readonly own: readonly Field[];
  readonly onValue: (value: unknown) => void;
}

/** What a condition is held against: words to tick, a number, a day, or a text. */
export function FilterValue({ field, op, value, own, onValue }: Props) {
  const { lists } = useSpoken().words;
  const type = typeOfField(field, own);
  if (op === 'empty' || op === 'filled') return null;
  if (op === 'before' || op === 'after') {
    return (
      <TextInput
        type="date"
        label={lists.value}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onValue(event.currentTarget.value || undefined)}
      />
    );
  }
  const isDays = op === 'older' || op === 'within' || op === 'coming';
  if (isDays || type === 'number' || type === 'hundred') {
    return (
      <NumberInput
        label={isDays ? lists.days : lists.value}
        value={typeof value === 'number' ? value : ''}
        min={isDays ? 0 : type === 'hundred' ? -100 : Number.MIN_SAFE_INTEGER}
        max={isDays ? 36_500 : type === 'hundred' ? 100 : Number.MAX_SAFE_INTEGER}
        allowDecimal={type === 'number' && !isDays}
        onChange={(next) => onValue(typeof next === 'number' ? next : undefined)}
      />
    );
  }
  if (type === 'choice' || type === 'month' || type === 'id') {
    return <Ticks field={field} value={Array.isArray(value) ? value : []} own={own} onValue={onValue} />;
  }
  return (
    <TextInput
      label={lists.value}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  );
}

interface TicksProps {
  readonly field: string;
  readonly value: readonly unknown[];
  readonly own: readonly Field[];
  readonly onValue: (value: unknown) => void;
}

function Ticks({ field, value, own, onValue }: TicksProps) {
  const spoken = useSpoken();
  const { lists } = spoken.words;
  const tags = useQuery({ ...listQueries.tags(), enabled: field === 'tag' }).data?.items ?? [];
  const teams = useQuery({ ...listQueries.teams(), enabled: field === 'group' }).data?.items ?? [];
  const users = useQuery({ ...queries.users(), enabled: field === 'dependencyOn' }).data?.items ?? [];
  const reasons = useQuery({ ...standingQueries.kinds(), enabled: field === 'foundation' }).data?.items ?? [];
  const ownReasons = reasons.flatMap(({ key, label }): [string, string][] => (label === null ? [] : [[key, label]]));
  const named = field === 'tag' ? tags : field === 'group' ? teams : [];
  const colleagues = users.flatMap(({ partyId, name }): [string, string][] => (partyId ? [[partyId, name]] : []));
  const choices: [string, string][] =
    field === 'dependencyOn'
      ? colleagues
      : named.length > 0
        ? named.map(({ id, name }) => [id, name])
        : [...choicesOf(field, spoken, own), ...ownReasons];
  if (choices.length === 0) {
    const one = typeof value[0] === 'string' ? value[0] : null;
    return <PartySelect label={lists.value} value={one} onChange={(id) => onValue(id ? [id] : undefined)} />;
  }
  const isMonth = field === 'birthdayMonth';
  return (
    <fieldset className={classes.ticks}>
      <legend>{lists.value}</legend>
      {choices.map(([key, label]) => {
        const one = isMonth ? Number(key) : key;
        return (
          <Checkbox
            key={key}
            size="sm"
            label={label}
            checked={value.includes(one)}
            onChange={(event) =>
              onValue(event.currentTarget.checked ? [...value, one] : value.filter((other) => other !== one))
            }
          />
        );
      })}
    </fieldset>
  );
}
