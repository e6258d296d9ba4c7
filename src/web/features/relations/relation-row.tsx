import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { PartyRow } from '#contract/party-rows.ts';
import { BondGlyph } from '../../ui/bond-glyph.tsx';
import { factsOfFigures } from '../../ui/glyph/glyph-facts.ts';
import { calendarDaysSince } from '../../ui/rhythm.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './relation-table.module.css';

interface Props {
  readonly row: PartyRow;
  readonly nowMs: number;
  readonly isPhone: boolean;
}

export function RelationRow({ row, nowMs, isPhone }: Props) {
  const { words, formats } = useSpoken();
  const { relations, bond, durations } = words;
  const { figures } = row;
  const last = figures?.lastAt
    ? durations.ago(calendarDaysSince(figures.lastAt, nowMs, formats.dayKey))
    : relations.neverContact;
  const rhythm = figures?.gapDays ? durations.every(figures.gapDays) : relations.noRhythm;
  const weakest = figures?.weakest ? bond.blocks[figures.weakest] : '';
  return (
    <>
      <td className={classes.name} data-column="name">
        <Link
          to="/relations/$partyId"
          params={{ partyId: row.id }}
          search={{}}
          className={classes.open}
          preload="intent"
        >
          {row.name}
        </Link>
        {row.isPrivate && <IconLock size={13} className={classes.lock} aria-label={relations.private} />}
        <span className={classes.context}>{isPhone ? `${last}${weakest ? ` · ${weakest}` : ''}` : row.context}</span>
      </td>
      <td className={classes.glyph} data-column="weakest">
        <BondGlyph facts={figures && factsOfFigures(figures)} size={isPhone ? 24 : 20} />
        <span className={classes.weakest}>{weakest}</span>
      </td>
      <td data-column="status">
        <StatusWord figures={figures} />
      </td>
      <td data-column="trend">
        {figures && <Sparkline values={figures.sparkline} />}
        {figures && <Trend trend={figures.trend} />}
      </td>
      <td data-column="bond" className="number">
        {figures && figures.status !== 'unknown' ? formats.hundred(figures.bond) : '–'}
      </td>
      <td data-column="last" className={classes.last}>
        {last}
        <span className={classes.rhythm}>{rhythm}</span>
      </td>
    </>
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
