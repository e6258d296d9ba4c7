import { blockNames } from '#engine/reading.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './year.module.css';
import type { HistoryPoint } from './year-line.tsx';

export function YearTable({ points }: { points: readonly HistoryPoint[] }) {
  const { words, formats } = useSpoken();
  const { bond, relation } = words;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{relation.year.weekOf}</th>
            <th scope="col">{bond.closenessTitle}</th>
            {blockNames.map((block) => (
              <th key={block} scope="col">
                {bond.blockTitles[block]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map((point) => (
            <tr key={point.weekStart}>
              <th scope="row">{formats.date(point.weekStart)}</th>
              <td>{formats.hundred(point.bond)}</td>
              {blockNames.map((block) => (
                <td key={block}>{formats.hundred(point[block])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
