import { Checkbox } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { PartyRow } from '#contract/party-rows.ts';
import type { ListState } from '../../api/list-queries.ts';
import { BondGlyph } from '../../ui/bond-glyph.tsx';
import { factsOfFigures } from '../../ui/glyph/glyph-facts.ts';
import { calendarDaysSince } from '../../ui/rhythm.ts';
import { StatusWord } from '../../ui/status-word.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { Cell } from './cell.tsx';
import type { Column } from './columns.ts';
import classes from './relation-table.module.css';
import type { Selection } from './use-selection.ts';

interface Props {
  readonly row: PartyRow;
  readonly columns: readonly Column[];
  readonly list: ListState;
  readonly selection: Selection;
  readonly nowMs: number;
  readonly isPhone: boolean;
}

export function RelationRow({ row, columns, list, selection, nowMs, isPhone }: Props) {
  const { words, formats } = useSpoken();
  const { relations, bond, durations, lists } = words;
  const { figures } = row;
  const last = figures?.lastAt
    ? durations.ago(calendarDaysSince(figures.lastAt, nowMs, formats.dayKey))
    : relations.neverContact;
  const weakest = figures?.weakest ? bond.blocks[figures.weakest] : '';
  const name = (
    <td className={classes.name} data-column="name">
      <Link
        to="/relations/$partyId"
        params={{ partyId: row.id }}
        search={{}}
        state={{ list }}
        className={classes.open}
        preload="intent"
        aria-keyshortcuts="x"
      >
        {row.name}
      </Link>
      {row.isPrivate && <IconLock size={13} className={classes.lock} aria-label={relations.private} />}
      <span className={classes.context}>{isPhone ? `${last}${weakest ? ` · ${weakest}` : ''}` : row.context}</span>
    </td>
  );
  if (isPhone) {
    return (
      <>
        {name}
        <td className={classes.glyph} data-column="weakest">
          <BondGlyph facts={figures && factsOfFigures(figures)} size={24} />
        </td>
        <td data-column="status">
          <StatusWord figures={figures} />
        </td>
      </>
    );
  }
  return (
    <>
      <td className={classes.select} data-column="select">
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={lists.select(row.name)}
          checked={selection.has(row.id)}
          onClick={(event) => {
            event.stopPropagation();
            selection.toggle(row.id, event.shiftKey);
          }}
          readOnly
        />
      </td>
      {columns.map((column) =>
        column.name === 'name' ? (
          <NameSlot key="name">{name}</NameSlot>
        ) : (
          <Cell key={column.name} name={column.name} row={row} last={last} />
        ),
      )}
    </>
  );
}

function NameSlot({ children }: { children: React.ReactElement }) {
  return children;
}
