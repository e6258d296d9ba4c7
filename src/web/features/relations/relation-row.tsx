import { IconLock } from '@tabler/icons-react';
import { type CSSProperties, memo } from 'react';
import type { PartyRow } from '#contract/party-rows.ts';
import { BondGlyph } from '../../ui/bond-glyph.tsx';
import { factsOfFigures } from '../../ui/glyph/glyph-facts.ts';
import { calendarDaysSince } from '../../ui/rhythm.ts';
import { StatusWord } from '../../ui/status-word.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { Cell } from './cell.tsx';
import type { Column } from './columns.ts';
import classes from './relation-table.module.css';
import { RowCheckbox } from './row-checkbox.tsx';
import type { SayCell } from './say-cell.ts';
import type { CellName } from './use-cell-name.ts';

/** Everything that a row is drawn from; while all of it stays the same the row is not drawn again. */
interface Props {
  readonly row: PartyRow;
  readonly index: number;
  readonly columns: readonly Column[];
  readonly isSelected: boolean;
  readonly onToggle: (id: string, isRange: boolean) => void;
  readonly nowMs: number;
  readonly isPhone: boolean;
  /** On a phone: a box to choose with in the place of the flower. */
  readonly isChoosing: boolean;
  /** How far below the head of the table, and how high. */
  readonly offset: number;
  readonly size: number;
  readonly say: SayCell;
  readonly nameOf: CellName;
}

export const RelationRow = memo(function RelationRow(props: Props) {
  const { row, index, columns, isSelected, onToggle, isPhone, isChoosing, offset, size, say, nameOf } = props;
  const { words, formats } = useSpoken();
  const { relations, bond, durations, lists } = words;
  const { figures } = row;
  const last = figures?.lastAt
    ? durations.ago(calendarDaysSince(figures.lastAt, props.nowMs, formats.dayKey))
    : relations.neverContact;
  const weakest = figures?.weakest ? bond.blocks[figures.weakest] : '';
  const name = (
    <td key="name" className={classes.name} data-column="name">
      <a href={`/relations/${row.id}`} data-party={row.id} className={classes.open} aria-keyshortcuts="x">
        {row.name}
      </a>
      {row.isPrivate && <IconLock size={13} className={classes.lock} aria-label={relations.private} />}
      <span className={classes.context}>{isPhone ? `${last}${weakest ? ` · ${weakest}` : ''}` : row.context}</span>
    </td>
  );
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      className={classes.row}
      style={placeOf(offset, size)}
    >
      {isPhone ? (
        <>
          {name}
          {isChoosing ? (
            <td className={classes.choose} data-column="select">
              <RowCheckbox
                label={lists.select(row.name)}
                isChecked={isSelected}
                onToggle={(isRange) => onToggle(row.id, isRange)}
              />
            </td>
          ) : (
            <td className={classes.glyph} data-column="weakest">
              <BondGlyph facts={figures && factsOfFigures(figures)} size={24} />
            </td>
          )}
          <td data-column="status">
            <StatusWord figures={figures} />
          </td>
        </>
      ) : (
        <>
          <td className={classes.select} data-column="select">
            <RowCheckbox
              label={lists.select(row.name)}
              isChecked={isSelected}
              onToggle={(isRange) => onToggle(row.id, isRange)}
            />
          </td>
          {columns.map((column) =>
            column.name === 'name' ? (
              name
            ) : (
              <Cell key={column.name} name={column.name} row={row} last={last} say={say} nameOf={nameOf} />
            ),
          )}
        </>
      )}
    </tr>
  );
});

export function placeOf(offset: number, height: number): CSSProperties {
  return { transform: `translateY(${offset}px)`, height };
}
