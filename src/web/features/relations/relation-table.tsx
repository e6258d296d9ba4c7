import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ListGroup } from '#contract/party-lists.ts';
import type { ListState } from '../../api/list-queries.ts';
import { useWords } from '../../ui/words.tsx';
import { columnsOf } from './columns.ts';
import { GroupLine } from './group-line.tsx';
import { RelationRow } from './relation-row.tsx';
import classes from './relation-table.module.css';
import { TableHead } from './table-head.tsx';
import type { Line } from './use-list-lines.ts';
import type { Selection } from './use-selection.ts';
import { useTableKeys } from './use-table-keys.ts';

interface Props {
  readonly lines: readonly Line[];
  readonly isLoading: boolean;
  readonly isStale: boolean;
  readonly list: ListState;
  readonly onList: (list: ListState) => void;
  readonly selection: Selection;
  readonly onFold: (group: ListGroup) => void;
  readonly onNearEnd: () => void;
}

/** In a narrow window the usual columns leave these out. */
const roomy = ['trend', 'bond'];

/** A table that only draws the rows in sight; arrow keys walk through all of them. */
export function RelationTable({ lines, isLoading, isStale, list, onList, selection, onFold, onNearEnd }: Props) {
  const { relations } = useWords();
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const isNarrow = useMediaQuery('(max-width: 66em)', false, { getInitialValueInEffect: false });
  const body = useRef<HTMLTableSectionElement>(null);
  const top = useTop(body);
  const columns = columnsOf(list).filter(({ name }) => list.columns || !isNarrow || !roomy.includes(name));
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => (isPhone ? 64 : 40),
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => lines[index]?.key ?? index,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  const nearEnd = useRef(onNearEnd);
  nearEnd.current = onNearEnd;
  useEffect(() => {
    if (lines.length > 0 && lastSeen >= lines.length - 20) nearEnd.current();
  }, [lastSeen, lines.length]);
  const onKeyDown = useTableKeys({
    lines,
    body,
    selection,
    show: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  });
  const nowMs = Date.now();
  const template = { '--columns': ['1.75rem', ...columns.map(({ width }) => width)].join(' ') } as CSSProperties;
  const above = list.group === undefined ? null : headAbove(lines, virtual.scrollOffset ?? 0, { top, isPhone });
  return (
    <table
      aria-label={relations.title}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 1}
      aria-busy={isLoading || isStale}
      className={classes.table}
      style={isPhone ? undefined : template}
      data-selecting={selection.kind === 'all' || selection.ids.size > 0}
    >
      <TableHead columns={columns} list={list} onList={onList} selection={selection} above={above} by={list.group} />
      <tbody
        ref={body}
        className={classes.body}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
        data-stale={isStale}
      >
        {items.map(({ index, start, size, key }) => {
          const line = lines[index];
          if (!line) return null;
          const place = { transform: `translateY(${start - top}px)`, height: size };
          const row = 'row' in line ? line.row : null;
          return (
            <tr
              key={key}
              aria-rowindex={index + 2}
              aria-selected={row ? selection.has(row.id) : undefined}
              data-index={index}
              className={row ? classes.row : classes.groupRow}
              style={place}
            >
              {'head' in line ? (
                <GroupLine head={line.head} by={list.group ?? ''} span={columns.length + 1} onFold={onFold} />
              ) : (
                <RelationRow
                  row={line.row}
                  columns={columns}
                  list={list}
                  selection={selection}
                  nowMs={nowMs}
                  isPhone={isPhone}
                />
              )}
            </tr>
          );
        })}
      </tbody>
      {isLoading && <Skeletons />}
    </table>
  );
}

/** The head whose rows one is looking at, once it has itself gone out of sight. */
function headAbove(lines: readonly Line[], offset: number, { top, isPhone }: { top: number; isPhone: boolean }) {
  const at = Math.floor((offset - top + 36) / (isPhone ? 64 : 40));
  for (let index = Math.min(at, lines.length - 1); index >= 0; index -= 1) {
    const line = lines[index];
    if (line && 'head' in line) return index === at ? null : line.head;
  }
  return null;
}

function Skeletons() {
  return (
    <caption aria-hidden="true" style={{ display: 'block' }}>
      {Array.from({ length: 9 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move.
        <Skeleton key={at} height={14} my={13} width={`${90 - ((at * 7) % 30)}%`} />
      ))}
    </caption>
  );
}

function useTop(body: React.RefObject<HTMLTableSectionElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(document.body);
    return () => watcher.disconnect();
  }, [body]);
  return top;
}
