import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type MouseEvent, type TouchEvent, useEffect, useMemo, useRef } from 'react';
import type { ListGroup } from '#contract/party-lists.ts';
import type { ListState } from '../../api/list-queries.ts';
import { useWords } from '../../ui/words.tsx';
import { columnsOf } from './columns.ts';
import { GroupLine } from './group-line.tsx';
import { placeOf, RelationRow } from './relation-row.tsx';
import classes from './relation-table.module.css';
import { useRowNumbers } from './row-numbers.tsx';
import { useSayCell } from './say-cell.ts';
import { Skeletons } from './skeletons.tsx';
import { TableHead } from './table-head.tsx';
import { useCellName } from './use-cell-name.ts';
import type { Line } from './use-list-lines.ts';
import { useLongPress } from './use-long-press.ts';
import { useLasting } from './use-painted.ts';
import { useRowLinks } from './use-row-links.ts';
import type { Selection } from './use-selection.ts';
import { useTableKeys } from './use-table-keys.ts';
import { useTop } from './use-top.ts';

interface Props {
  readonly lines: readonly Line[];
  readonly isLoading: boolean;
  readonly isStale: boolean;
  /** The lines have been on the screen: those just out of sight may be drawn as well. */
  readonly isPainted: boolean;
  readonly list: ListState;
  readonly onList: (list: ListState) => void;
  readonly selection: Selection;
  readonly onFold: (group: ListGroup) => void;
  readonly onNearEnd: () => void;
}

/** So many rows out of sight are drawn on either side, once those in sight are there. */
const aroundSight = 12;
/** What lasts no longer than this is not shown to be on its way. */
const patienceMs = 150;
const quarterMs = 900_000;

/** In a narrow window the usual columns leave these out. */
const roomy = ['trend', 'bond'];

/** A table that only draws the rows in sight; arrow keys walk through all of them. */
export function RelationTable({ lines, isLoading, isStale, isPainted, list, ...acts }: Props) {
  const { onList, selection, onFold, onNearEnd } = acts;
  const { relations } = useWords();
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const isNarrow = useMediaQuery('(max-width: 66em)', false, { getInitialValueInEffect: false });
  const body = useRef<HTMLTableSectionElement>(null);
  const top = useTop(body);
  const { columns: chosen } = list;
  const columns = useMemo(() => {
    const all = columnsOf(chosen ? { columns: chosen } : {});
    return all.filter(({ name }) => chosen || !isNarrow || !roomy.includes(name));
  }, [chosen, isNarrow]);
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => (isPhone ? 64 : 40),
    overscan: isPainted ? aroundSight : 0,
    scrollMargin: top,
    getItemKey: (index) => lines[index]?.key ?? index,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  const nearEnd = useRef(onNearEnd);
  nearEnd.current = onNearEnd;
  useEffect(() => {
    if (lines.length > 0 && lastSeen >= lines.length - 10) nearEnd.current();
  }, [lastSeen, lines.length]);
  const numbers = useRowNumbers();
  const onKeyDown = useTableKeys({
    lines,
    body,
    selection,
    show: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    explain: numbers.openRow,
  });
  const isChoosing = isPhone && selection.isChoosing;
  const { onHint, ...links } = useRowLinks(list, isChoosing ? selection.toggle : null);
  const { onTouchStart, ...press } = useLongPress((partyId) => {
    if (!isPhone) return;
    selection.setChoosing(true);
    selection.toggle(partyId);
  });
  const clicked = (event: MouseEvent) => {
    if (isChoosing || !numbers.open(event)) links.onClick(event);
  };
  const touched = (event: TouchEvent) => {
    onTouchStart(event);
    onHint(event);
  };
  const [say, nameOf] = [useSayCell(), useCellName()];
  const isLate = useLasting(isStale, patienceMs);
  // Days begin on a quarter of an hour wherever one is; within one the rows stay as they are.
  const nowMs = Math.floor(Date.now() / quarterMs) * quarterMs;
  const template = { '--columns': ['1.75rem', ...columns.map(({ width }) => width)].join(' ') } as CSSProperties;
  const above = list.group === undefined ? null : headAbove(lines, virtual.scrollOffset ?? 0, { top, isPhone });
  return (
    <>
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
          {...links}
          onClick={clicked}
          {...press}
          onTouchStart={touched}
          data-stale={isLate}
        >
          {items.map(({ index, start, size, key }) => {
            const line = lines[index];
            if (!line) return null;
            const offset = start - top;
            if ('head' in line) {
              return (
                <tr
                  key={key}
                  aria-rowindex={index + 2}
                  data-index={index}
                  className={classes.groupRow}
                  style={placeOf(offset, size)}
                >
                  <GroupLine head={line.head} by={list.group ?? ''} span={columns.length + 1} onFold={onFold} />
                </tr>
              );
            }
            return (
              <RelationRow
                key={key}
                row={line.row}
                index={index}
                columns={columns}
                isSelected={selection.has(line.row.id)}
                onToggle={selection.toggle}
                nowMs={nowMs}
                isPhone={isPhone}
                isChoosing={isChoosing}
                offset={offset}
                size={size}
                say={say}
                nameOf={nameOf}
              />
            );
          })}
        </tbody>
        {isLoading && <Skeletons />}
      </table>
      {numbers.dialog}
    </>
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
