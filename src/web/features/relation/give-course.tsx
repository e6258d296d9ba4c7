import { useState } from 'react';
import { notRead } from '../../ui/glyph/not-read.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useGiveAndTakeWords } from '../../ui/words-of/give-and-take.ts';
import classes from './ledger.module.css';

interface Point {
  readonly at: string;
  readonly ours: number;
  readonly theirs: number;
}

const box = { width: 640, height: 180, side: 4, middle: 90, reach: 74 };

/** Two years of both sides: what was left of ours above the line, of theirs below it; as even as it is alike. */
export function GiveCourse({ points }: { points: readonly Point[] }) {
  const { words, formats } = useSpoken();
  const { ledger } = useGiveAndTakeWords();
  const [isTable, setTable] = useState(false);
  const most = Math.max(...points.flatMap(({ ours, theirs }) => [ours, theirs]), 1);
  const x = (index: number) => box.side + (index / Math.max(1, points.length - 1)) * (box.width - 2 * box.side);
  const y = (value: number, sign: 1 | -1) => box.middle - sign * (value / most) * box.reach;
  const area = (read: (point: Point) => number, sign: 1 | -1) =>
    `M${x(0)},${box.middle}${points.map((point, at) => `L${x(at).toFixed(1)},${y(read(point), sign).toFixed(1)}`).join('')}L${x(points.length - 1)},${box.middle}Z`;
  const say = ({ at, ours, theirs }: Point) =>
    ledger.courseSays(formats.monthYear(at), formats.number(ours, 1), formats.number(theirs, 1));
  const yearAgo = points.at(-13);
  const years = points.flatMap((point, at) => (at > 0 && at % 6 === 0 ? [{ point, at }] : []));
  return (
    <figure className={classes.course}>
      <figcaption>{ledger.course}</figcaption>
      <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={points.map(say).join(' ')}>
        <path d={area(({ ours }) => ours, 1)} fill="var(--petal-reciprocity)" />
        <path
          d={area(({ theirs }) => theirs, -1)}
          fill="color-mix(in srgb, var(--petal-reciprocity) 32%, transparent)"
          stroke="var(--petal-reciprocity)"
          strokeWidth={1.2}
        />
        <line x1={box.side} x2={box.width - box.side} y1={box.middle} y2={box.middle} stroke="var(--ink-soft)" />
        <g className={classes.tick} {...notRead}>
          <text x={box.side} y={14}>
            {words.relation.ledger.ours}
          </text>
          <text x={box.side} y={box.height - 6}>
            {words.relation.ledger.theirs}
          </text>
          {years.map(({ point, at }) => (
            <text key={point.at} x={x(at)} y={box.height - 6} textAnchor={at === points.length - 1 ? 'end' : 'middle'}>
              {formats.monthYear(point.at)}
            </text>
          ))}
        </g>
      </svg>
      {yearAgo && yearAgo.ours + yearAgo.theirs >= 0.05 && <p className="soft small">{say(yearAgo)}</p>}
      <details open={isTable} onToggle={(event) => setTable(event.currentTarget.open)}>
        <summary className="soft small">{ledger.table}</summary>
        {isTable && (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{ledger.month}</th>
                <th scope="col">{words.relation.ledger.ours}</th>
                <th scope="col">{words.relation.ledger.theirs}</th>
              </tr>
            </thead>
            <tbody>
              {points.toReversed().map((point) => (
                <tr key={point.at}>
                  <th scope="row">{formats.monthYear(point.at)}</th>
                  <td className="number">{formats.number(point.ours, 1)}</td>
                  <td className="number">{formats.number(point.theirs, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </details>
    </figure>
  );
}
