import { NumberInput, Select } from '@mantine/core';
import type { Repeat } from '#contract/tasks.ts';
import { useWords } from '../words.tsx';
import classes from './tasks.module.css';

const units = ['day', 'week', 'month', 'year'] as const;
const froms = ['due', 'done'] as const;
const never = 'never';

/** How often it comes back, and counted from which day. */
export function RepeatFields({
  repeat,
  onChange,
}: {
  repeat: Repeat | null;
  onChange: (repeat: Repeat | null) => void;
}) {
  const { tasks } = useWords();
  const { fields } = tasks;
  const choose = (chosen: string | null) => {
    const unit = units.find((name) => name === chosen);
    onChange(unit === undefined ? null : { every: repeat?.every ?? 1, unit, from: repeat?.from ?? 'due' });
  };
  const choice = (
    <Select
      label={fields.repeat}
      value={repeat?.unit ?? never}
      allowDeselect={false}
      data={[{ value: never, label: tasks.never }, ...units.map((unit) => ({ value: unit, label: tasks.units[unit] }))]}
      onChange={choose}
    />
  );
  if (repeat === null) return choice;
  return (
    <div className={classes.every}>
      <NumberInput
        label={fields.every}
        min={1}
        max={365}
        clampBehavior="strict"
        allowDecimal={false}
        value={repeat.every}
        onChange={(every) => onChange({ ...repeat, every: Math.max(1, Number(every) || 1) })}
      />
      {choice}
      <Select
        label={fields.from}
        value={repeat.from}
        allowDeselect={false}
        data={froms.map((from) => ({ value: from, label: tasks.froms[from] }))}
        onChange={(chosen) => onChange({ ...repeat, from: chosen === 'done' ? 'done' : 'due' })}
      />
    </div>
  );
}
