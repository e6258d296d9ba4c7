import { SegmentedControl } from '@mantine/core';
import classes from './timeline.module.css';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const data = (Object.keys(options) as T[]).map((option) => ({ value: option, label: options[option] }));
  return (
    <div>
      <p className={classes.question} aria-hidden="true">
        {label}
      </p>
      <SegmentedControl aria-label={label} value={value} data={data} onChange={(chosen) => onChange(chosen as T)} />
    </div>
  );
}
