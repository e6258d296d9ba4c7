import { SegmentedControl } from '@mantine/core';

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
      <p className="small" aria-hidden="true">
        {label}
      </p>
      <SegmentedControl aria-label={label} value={value} data={data} onChange={(chosen) => onChange(chosen as T)} />
    </div>
  );
}
