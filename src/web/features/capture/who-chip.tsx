import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './capture.module.css';
import type { Named } from './use-draft.ts';

interface Props {
  readonly who: Named | null;
  readonly isMissing: boolean;
  readonly onChange: (who: Named) => void;
}

/** With whom it was: found by the line, or by typing here. */
export function WhoChip({ who, isMissing, onChange }: Props) {
  const { capture } = useWords();
  const [text, setText] = useState<string | null>(null);
  const asked = useDeferredValue(text ?? '');
  const found = useQuery(queries.search(asked));
  const others = (found.data?.items ?? []).filter(({ id }) => id !== who?.id);
  const known = [...(who ? [who] : []), ...others];
  return (
    <Select
      size="xs"
      className={classes.who}
      aria-label={capture.who}
      placeholder={capture.whoUnknown}
      error={isMissing ? capture.needWho : null}
      searchable
      searchValue={text ?? who?.name ?? ''}
      onSearchChange={(value) => setText(value === who?.name ? null : value)}
      onBlur={() => setText(null)}
      filter={({ options }) => options}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={who?.id ?? null}
      allowDeselect={false}
      onChange={(id) => {
        const chosen = known.find((one) => one.id === id);
        setText(null);
        if (chosen) onChange({ id: chosen.id, name: chosen.name });
      }}
    />
  );
}
