import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { queries } from '../api/queries.ts';

interface Props {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (partyId: string | null) => void;
}

/** Choose a relation by typing part of its name. */
export function PartySelect({ label, value, onChange }: Props) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const found = useQuery(queries.search(useDeferredValue(text)));
  const options = (found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const known = chosen && !options.some((option) => option.value === chosen.value) ? [chosen, ...options] : options;
  return (
    <Select
      aria-label={label}
      placeholder={label}
      searchable
      clearable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: all }) => all}
      data={value === null ? options : known}
      value={value}
      onChange={(id) => {
        setChosen(options.find((option) => option.value === id) ?? null);
        onChange(id);
      }}
    />
  );
}
