import { NativeSelect } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onChange: (timeZone: string) => void;
  readonly disabled?: boolean;
}

/** Every time zone this browser knows, in the browser's own list. */
export function TimeZoneSelect({ label, description, value, onChange, disabled = false }: Props) {
  const known = zones.includes(value) ? zones : [value, ...zones];
  return (
    <NativeSelect
      label={label}
      description={description}
      data={known}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      disabled={disabled}
    />
  );
}

const zones = Intl.supportedValuesOf('timeZone');
