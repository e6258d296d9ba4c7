import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ListState, listQueries } from '../../api/list-queries.ts';
import { useSpoken, useWords } from '../../ui/words.tsx';
import { type Column, sortedBy, turnSort } from './columns.ts';
import classes from './relation-table.module.css';
import { useColumnName } from './use-column-name.ts';
import { useGroupName } from './use-group-name.ts';
import type { GroupHead } from './use-list-lines.ts';
import type { Selection } from './use-selection.ts';

interface Props {
  readonly columns: readonly Column[];
  readonly list: ListState;
  readonly onList: (list: ListState) => void;
  readonly selection: Selection;
  /** The group whose rows are in sight while its head is not. */
  readonly above: GroupHead | null;
  readonly by: string | undefined;
}

export function TableHead({ columns, list, onList, selection, above, by }: Props) {
  const { lists } = useWords();
  const isAny = selection.kind === 'all' || selection.ids.size > 0;
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1} className={classes.headRow}>
        <th scope="col" className={classes.headCell} data-column="select">
          <Checkbox
            size="xs"
            aria-label={lists.selectAll}
            checked={isAny}
            indeterminate={isAny && (selection.kind === 'some' || selection.ids.size > 0)}
            onChange={() => (isAny ? selection.clear() : selection.chooseShown())}
          />
        </th>
        {columns.map((column) => (
          <HeadCell key={column.name} column={column} list={list} onList={onList} />
        ))}
      </tr>
      {above && by && <AboveRow above={above} by={by} />}
    </thead>
  );
}

/** Drawn once more for the eye; the head itself is in the table. */
function AboveRow({ above, by }: { above: GroupHead; by: string }) {
  const { formats } = useSpoken();
  const name = useGroupName(by)(above.group);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row is not focusable.
    <tr className={classes.above} aria-hidden="true">
      <td className={classes.group}>
        <strong>{name}</strong> <span className={classes.groupCount}>{formats.number(above.group.count)}</span>
      </td>
    </tr>
  );
}

interface HeadCellProps {
  readonly column: Column;
  readonly list: ListState;
  readonly onList: (list: ListState) => void;
}

function HeadCell({ column, list, onList }: HeadCellProps) {
  const { data: fields } = useQuery(listQueries.fields());
  const { sort, order } = sortedBy(list);
  const isSorted = column.sort === sort;
  const label = useColumnName(fields?.items ?? [])(column.name);
  const direction = isSorted ? (order === 'asc' ? 'ascending' : 'descending') : 'none';
  if (!column.sort) {
    return (
      <th scope="col" className={classes.headCell} data-column={column.name}>
        {label}
      </th>
    );
  }
  const Arrow = order === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <th scope="col" aria-sort={direction} className={classes.headCell} data-column={column.name}>
      <button type="button" className={classes.sort} onClick={() => onList(turnSort(list, column))}>
        {label}
        {isSorted && <Arrow size={13} stroke={2} aria-hidden="true" />}
      </button>
    </th>
  );
}
