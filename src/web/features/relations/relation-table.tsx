import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PartyRow } from '#contract/party-rows.ts';
import type { PartyFilter } from '../../api/queries.ts';
import { useWords } from '../../ui/words.tsx';
import { columns } from './columns.ts';
import { RelationRow } from './relation-row.tsx';
import classes from './relation-table.module.css';
import { TableHead } from './table-head.tsx';

interface Props {
  readonly rows: readonly PartyRow[];
  readonly isLoading: boolean;
  readonly isStale: boolean;
  readonly filter: PartyFilter;
  readonly onFilter: (filter: PartyFilter) => void;
  readonly onOpen: (partyId: string) => void;
  readonly onNearEnd: () => void;
}

/** A table that only draws the rows in sight; arrow keys walk through all of them. */
export function RelationTable({ rows, isLoading, isStale, filter, onFilter, onNearEnd }: Props) {
  const { relations } = useWords();
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const body = useRef<HTMLTableSectionElement>(null);
  const top = useTop(body);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (isPhone ? 64 : 40),
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  const nearEnd = useRef(onNearEnd);
  nearEnd.current = onNearEnd;
  useEffect(() => {
    if (rows.length > 0 && lastSeen >= rows.length - 20) nearEnd.current();
  }, [lastSeen, rows.length]);
  const walk = useWalk({ count: rows.length, body, show: (index) => virtual.scrollToIndex(index, { align: 'auto' }) });
  const nowMs = Date.now();
  return (
    <table
      aria-label={relations.title}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-busy={isLoading || isStale}
      className={classes.table}
    >
      <TableHead filter={filter} onFilter={onFilter} />
      <tbody
        ref={body}
        className={classes.body}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={walk}
        data-stale={isStale}
      >
        {items.map(({ index, start, size, key }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <tr
              key={key}
              aria-rowindex={index + 2}
              data-index={index}
              className={classes.row}
              style={{ transform: `translateY(${start - top}px)`, height: size }}
            >
              <RelationRow row={row} nowMs={nowMs} isPhone={isPhone} />
            </tr>
          );
        })}
      </tbody>
      {isLoading && <Skeletons />}
    </table>
  );
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

interface Walk {
  readonly count: number;
  readonly body: React.RefObject<HTMLTableSectionElement | null>;
  readonly show: (index: number) => void;
}

/** Up, down, Home and End move the focus from row to row, drawing the row first when it is out of sight. */
function useWalk({ count, body, show }: Walk) {
  return (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).closest('[data-index]')?.getAttribute('data-index') ?? -1);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 };
    const next = moves[event.key];
    if (next === undefined || next < 0 || next >= count) return;
    event.preventDefault();
    show(next);
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus());
  };
}
