import type { ReactNode } from 'react';
import type { PartyRow } from '#contract/party-rows.ts';
import { BondGlyph } from '../../ui/bond-glyph.tsx';
import { factsOfFigures } from '../../ui/glyph/glyph-facts.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { EditableCell } from './editable-cell.tsx';
import classes from './relation-table.module.css';
import type { RowFigure } from './row-numbers.tsx';
import { isEditable, type SayCell } from './say-cell.ts';
import type { CellName } from './use-cell-name.ts';

interface Props {
  readonly name: string;
  readonly row: PartyRow;
  /** How long ago the last contact was, in words. */
  readonly last: string;
  readonly say: SayCell;
  readonly nameOf: CellName;
}

export function Cell({ name, row, last, say, nameOf }: Props) {
  const { words, formats } = useSpoken();
  const { relations, bond, durations } = words;
  const { figures } = row;
  if (isEditable(name, row)) return <EditableCell name={name} row={row} say={say} nameOf={nameOf} />;
  switch (name) {
    case 'weakest':
      return (
        <td className={classes.glyph} data-column="weakest">
          <BondGlyph facts={figures && factsOfFigures(figures)} size={20} />
          <span className={classes.weakest}>{figures?.weakest ? bond.blocks[figures.weakest] : ''}</span>
        </td>
      );
    case 'status':
      return (
        <td data-column="status">
          <StatusWord figures={figures} />
        </td>
      );
    case 'trend':
      return (
        <td data-column="trend">
          {figures && (
            <RowNumber figure="trend">
              <Sparkline values={figures.sparkline} />
              <Trend trend={figures.trend} />
            </RowNumber>
          )}
        </td>
      );
    case 'bond':
      return (
        <td data-column="bond" className="number">
          {figures && figures.status !== 'unknown' ? (
            <RowNumber figure="bond">{formats.hundred(figures.bond)}</RowNumber>
          ) : (
            '–'
          )}
        </td>
      );
    case 'last':
      return (
        <td data-column="last" className={classes.last}>
          {last}
          <span className={classes.rhythm}>
            {figures?.gapDays ? (
              <RowNumber figure="rhythm">{durations.every(figures.gapDays)}</RowNumber>
            ) : (
              relations.noRhythm
            )}
          </span>
        </td>
      );
    default:
      return <td data-column="more">{say(name, row)}</td>;
  }
}

/** Heard once at the table, like the links; from the keyboard by the key of its row (use-table-keys). */
function RowNumber({ figure, children }: { figure: RowFigure; children: ReactNode }) {
  return (
    <button type="button" tabIndex={-1} className={classes.opens} data-number={figure} aria-haspopup="dialog">
      {children}
    </button>
  );
}

/** Three points in four weeks is the least that is worth a sign. */
function Trend({ trend }: { trend: number }) {
  const { words, formats } = useSpoken();
  const points = Math.round(trend * 100);
  if (Math.abs(points) < 3) return <span className={classes.trend} />;
  const label =
    points > 0 ? words.relations.trendUp(formats.number(points)) : words.relations.trendDown(formats.number(-points));
  return (
    <span className={classes.trend} data-up={points > 0} role="img" aria-label={label} title={label}>
      {points > 0 ? `+${points}` : `−${-points}`}
    </span>
  );
}
