import { Select } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onChange: (timeZone: string) => void;
  readonly disabled?: boolean;
}

/** Every time zone this browser knows, searchable. */
export function TimeZoneSelect({ label, description, value, onChange, disabled = false }: Props) {
  const known = zones.includes(value) ? zones : [value, ...zones];
  return (
    <Select
      label={label}
      description={description}
      data={known}
      value={value}
      onChange={(chosen) => chosen && onChange(chosen)}
      searchable
      allowDeselect={false}
      limit={60}
      disabled={disabled}
      comboboxProps={{ withinPortal: true }}
    />
  );
}

const zones = Intl.supportedValuesOf('timeZone');
