import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { queries } from '../api/queries.ts';

interface Props {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (partyId: string | null) => void;
  /** Who is chosen from the start. */
  readonly known?: { readonly id: string; readonly name: string } | null | undefined;
  readonly error?: string | undefined;
  /** The label stands above it instead of in it. */
  readonly isLabelShown?: boolean;
}

/** Choose a relation by typing part of its name. */
export function PartySelect({ label, value, onChange, known = null, error, isLabelShown = false }: Props) {
  const [text, setText] = useState(known?.name ?? '');
  const [chosen, setChosen] = useState(known && { value: known.id, label: known.name });
  const found = useQuery(queries.search(useDeferredValue(text)));
  const options = (found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const listed = chosen && !options.some((option) => option.value === chosen.value) ? [chosen, ...options] : options;
  return (
    <Select
      {...(isLabelShown ? { label } : { 'aria-label': label, placeholder: label })}
      error={error}
      searchable
      clearable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: all }) => all}
      data={value === null ? options : listed}
      value={value}
      onChange={(id) => {
        setChosen(options.find((option) => option.value === id) ?? null);
        onChange(id);
      }}
    />
  );
}
