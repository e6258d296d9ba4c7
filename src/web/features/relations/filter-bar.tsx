import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useThrottledCallback } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { FilterLeaf, FilterTree } from '#contract/party-filter.ts';
import type { ListState } from '../../api/list-queries.ts';
import { useWords } from '../../ui/words.tsx';
import { sortedBy } from './columns.ts';
import classes from './filters.module.css';
import { partsOf, withParts } from './list-state.ts';
import { useSayFilter } from './say-filter.ts';

const FilterEditor = lazy(() => import('./filter-editor.tsx').then((loaded) => ({ default: loaded.FilterEditor })));

interface Props {
  readonly list: ListState;
  readonly onList: (list: ListState) => void;
}

const sorts = ['bond', 'name', 'last', 'trend', 'quiet', 'created', 'foundation'] as const;

/** Search as you type, and conditions in words; all of it stands in the address bar. */
export function FilterBar({ list, onList }: Props) {
  const { relations, lists } = useWords();
  const say = useSayFilter(list.filter);
  const { how, parts } = partsOf(list.filter);
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const put = (next: readonly (FilterTree | FilterLeaf)[]) => onList(withParts(list, { how, parts: next }));
  const kept = (leaf: FilterLeaf) => {
    put(editing === 'new' ? [...parts, leaf] : parts.map((part, at) => (at === editing ? leaf : part)));
    setEditing(null);
  };
  const { createdAt: created, foundation } = lists.columnsOf;
  const sortNames = { ...relations.sorts, created, foundation };
  const edited = typeof editing === 'number' ? parts[editing] : undefined;
  return (
    <search className={classes.filters}>
      <SearchBox list={list} onList={onList} />
      {parts.map((part, at) => {
        const said = say(part);
        return (
          <span key={JSON.stringify(part)} className={classes.chip}>
            <button
              type="button"
              className={classes.chipText}
              aria-label={lists.changeFilter(said)}
              disabled={!('field' in part)}
              onClick={() => setEditing(at)}
            >
              {said}
            </button>
            <CloseButton
              size={24}
              iconSize={12}
              aria-label={lists.removeFilter(said)}
              onClick={() => put(parts.filter((_, index) => index !== at))}
            />
          </span>
        );
      })}
      {parts.length > 1 && (
        <NativeSelect
          aria-label={lists.together}
          className={classes.choice}
          value={how}
          data={[
            { value: 'all', label: lists.allOf },
            { value: 'any', label: lists.anyOf },
          ]}
          onChange={(event) =>
            onList(withParts(list, { how: event.currentTarget.value === 'any' ? 'any' : 'all', parts }))
          }
        />
      )}
      <button type="button" className={classes.add} onClick={() => setEditing('new')} aria-haspopup="dialog">
        <IconFilter size={15} stroke={1.6} aria-hidden="true" />
        {lists.addFilter}
      </button>
      <NativeSelect
        aria-label={relations.sort}
        className={`${classes.choice} ${classes.onlyPhone}`}
        value={sortedBy(list).sort}
        data={sorts.map((value) => ({
          value,
          label: `${relations.sort}: ${sortNames[value].toLowerCase()}`,
        }))}
        onChange={(event) => {
          const { order: _, ...rest } = list;
          const sort = sorts.find((value) => value === event.currentTarget.value);
          onList({ ...rest, ...(sort ? { sort } : {}) });
        }}
      />
      {(parts.length > 0 || list.q) && (
        <button type="button" className={classes.clear} onClick={() => onList(withoutChoice(list))}>
          {relations.clear}
        </button>
      )}
      {editing !== null && (
        <Suspense>
          <FilterEditor
            leaf={edited && 'field' in edited ? edited : null}
            onKeep={kept}
            onClose={() => setEditing(null)}
          />
        </Suspense>
      )}
    </search>
  );
}

function withoutChoice({ q: _q, filter: _filter, view: _view, ...rest }: ListState): ListState {
  return rest;
}

function withWords(list: ListState, q: string): ListState {
  const { q: _, ...rest } = list;
  return q === '' ? rest : { ...rest, q };
}

function SearchBox({ list, onList }: Props) {
  const { relations } = useWords();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(list.q ?? '');
  const latest = useRef(list);
  latest.current = list;
  // At once; a key held down asks no quicker than it can be answered.
  const ask = useThrottledCallback((q: string) => onList(withWords(latest.current, q.trim())), 40);
  const shown = list.q ?? '';
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
