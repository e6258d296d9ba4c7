import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { alarms, blockNames, statuses } from '#engine/reading.ts';
import { type PartyFilter, queries } from '../../api/queries.ts';
import { useWords } from '../../ui/words.tsx';
import { sortedBy } from './columns.ts';
import classes from './filters.module.css';

interface Props {
  readonly filter: PartyFilter;
  readonly onFilter: (filter: PartyFilter) => void;
}

type Choice = 'kind' | 'role' | 'status' | 'alarm' | 'weakest';
const choices = ['alarm', 'weakest', 'status', 'role', 'kind'] as const satisfies readonly Choice[];
const sorts = ['bond', 'name', 'last', 'trend', 'quiet'] as const;
const roles = ['customer', 'supplier', 'partner', 'colleague', 'private', 'ignore'] as const;

/** Search as you type and five short lists; all of it stands in the address bar. */
export function Filters({ filter, onFilter }: Props) {
  const { relations, bond } = useWords();
  const options: Record<Choice, { label: string; values: readonly (readonly [string, string])[] }> = {
    kind: { label: relations.filterKind, values: Object.entries(relations.kinds) },
    role: { label: relations.filterRole, values: roles.map((role) => [role, relations.roles[role]]) },
    status: { label: relations.filterStatus, values: statuses.map((status) => [status, bond.statuses[status]]) },
    alarm: {
      label: relations.filterAlarm,
      values: alarms.map((alarm) => [alarm, alarm === 'none' ? bond.onTime : bond.alarms[alarm]]),
    },
    weakest: { label: relations.filterWeakest, values: blockNames.map((block) => [block, bond.blockTitles[block]]) },
  };
  const isNarrowed =
    choices.some((name) => filter[name] !== undefined) || filter.q !== undefined || filter.dependencyOn;
  return (
    <search className={classes.filters}>
      <SearchBox filter={filter} onFilter={onFilter} />
      {choices.map((name) => (
        <NativeSelect
          key={name}
          aria-label={options[name].label}
          value={filter[name] ?? ''}
          className={classes.choice}
          wrapperProps={{ 'data-chosen': filter[name] !== undefined }}
          data={[
            { value: '', label: `${options[name].label}: ${relations.all.toLowerCase()}` },
            ...options[name].values.map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => onFilter(withChoice(filter, name, event.currentTarget.value))}
        />
      ))}
      <NativeSelect
        aria-label={relations.sort}
        className={`${classes.choice} ${classes.onlyPhone}`}
        value={sortedBy(filter).sort}
        data={sorts.map((value) => ({ value, label: `${relations.sort}: ${relations.sorts[value].toLowerCase()}` }))}
        onChange={(event) => {
          const { order: _, ...rest } = filter;
          const sort = sorts.find((value) => value === event.currentTarget.value);
          onFilter({ ...rest, ...(sort ? { sort } : {}) });
        }}
      />
      {filter.dependencyOn && <Leaning colleagueId={filter.dependencyOn} />}
      {isNarrowed && (
        <button type="button" className={classes.clear} onClick={() => onFilter(onlyOrder(filter))}>
          {relations.clear}
        </button>
      )}
    </search>
  );
}

/** Came here from "what if ... is away": say so, for it stands in no list. */
function Leaning({ colleagueId }: { colleagueId: string }) {
  const { relations } = useWords();
  const { data } = useQuery(queries.party(colleagueId));
  return data ? <strong className={classes.leaning}>{relations.leaning(data.name)}</strong> : null;
}

function SearchBox({ filter, onFilter }: Props) {
  const { relations } = useWords();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(filter.q ?? '');
  const latest = useRef(filter);
  latest.current = filter;
  const ask = useDebouncedCallback((q: string) => onFilter(withChoice(latest.current, 'q', q.trim())), 140);
  const shown = filter.q ?? '';
  useEffect(() => {
    // The address bar changed by other means (back, clear): follow it, but never under the reader's hands.
    if (document.activeElement !== box.current) setText(shown);
  }, [shown]);
  useEffect(() => {
    const onSlash = (event: KeyboardEvent) => {
      const inField = (event.target as HTMLElement).closest?.('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || inField) return;
      event.preventDefault();
      box.current?.focus();
    };
    window.addEventListener('keydown', onSlash);
    return () => window.removeEventListener('keydown', onSlash);
  }, []);
  const type = (next: string) => {
    setText(next);
    ask(next);
  };
  return (
    <TextInput
      ref={box}
      className={classes.search}
      aria-label={relations.searchLabel}
      aria-keyshortcuts="/"
      placeholder={relations.searchPlaceholder}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={text !== '' && <CloseButton size="sm" aria-label={relations.clear} onClick={() => type('')} />}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        // From the words straight into what they found.
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        document.querySelector<HTMLElement>('tbody [data-index="0"] a')?.focus();
      }}
    />
  );
}

function withChoice(filter: PartyFilter, name: Choice | 'q', value: string): PartyFilter {
  const { [name]: _, ...rest } = filter;
  return value === '' ? rest : { ...rest, [name]: value };
}

function onlyOrder({ sort, order }: PartyFilter): PartyFilter {
  return { ...(sort ? { sort } : {}), ...(order ? { order } : {}) };
}
