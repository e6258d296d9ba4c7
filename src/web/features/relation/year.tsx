import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../api/queries.ts';
import { MeasuredNumber } from '../../ui/numbers/measured-number.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './year.module.css';
import { YearLine } from './year-line.tsx';
import { YearTable } from './year-table.tsx';

/** A year of the tie as one line; the four building blocks on request, and the same as a table. */
export function Year({ partyId }: { partyId: string }) {
  const { words, formats } = useSpoken();
  const { year } = words.relation;
  const [showsBlocks, setShowsBlocks] = useState(false);
  const [showsTable, setShowsTable] = useState(false);
  const asked = useQuery(queries.history(partyId));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const { points } = asked.data;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return <p className="soft">{year.empty}</p>;
  const bonds = points.map(({ bond }) => bond);
  const said = [first.bond, last.bond, Math.min(...bonds), Math.max(...bonds)].map((value) => formats.hundred(value));
  const [from = '', until = '', low = '', high = ''] = said;
  const summary = year.summary(from, until, low, high);
  return (
    <div className={classes.year} data-numbers="">
      <p className={classes.summary}>
        <MeasuredNumber of={{ partyId }} figure="year">
          {summary}
        </MeasuredNumber>
      </p>
      <YearLine points={points} showsBlocks={showsBlocks} label={summary} />
      <div className={`${classes.switches} noPrint`}>
        <Switch
          label={year.showBlocks}
          checked={showsBlocks}
          onChange={(event) => setShowsBlocks(event.currentTarget.checked)}
        />
        <Switch
          label={year.table}
          checked={showsTable}
          onChange={(event) => setShowsTable(event.currentTarget.checked)}
        />
      </div>
      {showsTable && <YearTable points={points} />}
    </div>
  );
}
