import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { PartyFilter } from '../../api/queries.ts';
import { useWords } from '../../ui/words.tsx';
import { type Column, columns, sortedBy, turnSort } from './columns.ts';
import classes from './relation-table.module.css';

interface Props {
  readonly filter: PartyFilter;
  readonly onFilter: (filter: PartyFilter) => void;
}

export function TableHead({ filter, onFilter }: Props) {
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1} className={classes.headRow}>
        {columns.map((column) => (
          <HeadCell key={column.name} column={column} filter={filter} onFilter={onFilter} />
        ))}
      </tr>
    </thead>
  );
}

function HeadCell({ column, filter, onFilter }: Props & { column: Column }) {
  const { relations } = useWords();
  const { sort, order } = sortedBy(filter);
  const isSorted = column.sort === sort;
  const label = relations.columns[column.name];
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
      <button type="button" className={classes.sort} onClick={() => onFilter(turnSort(filter, column))}>
        {label}
        {isSorted && <Arrow size={13} stroke={2} aria-hidden="true" />}
      </button>
    </th>
  );
}
