import { type PointerEvent, useState } from 'react';
import type { historyPoint } from '#contract/figures.ts';
import type { Shape } from '#contract/values.ts';
import { blockNames } from '#engine/reading.ts';
import { petalVariable } from '../../ui/glyph/palette.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './year.module.css';

export type HistoryPoint = Shape<typeof historyPoint>;

interface Props {
  readonly points: readonly HistoryPoint[];
  readonly showsBlocks: boolean;
  readonly label: string;
}

const box = { width: 720, height: 230, left: 34, right: 12, top: 12, bottom: 26 };

export function YearLine({ points, showsBlocks, label }: Props) {
  const { words, formats } = useSpoken();
  const [seen, setSeen] = useState<number | null>(null);
  const times = points.map(({ weekStart }) => Date.parse(weekStart));
  const [startMs = 0, endMs = 1] = [times[0], times.at(-1)];
  const x = (ms: number) =>
    box.left + ((ms - startMs) / Math.max(1, endMs - startMs)) * (box.width - box.left - box.right);
  const y = (share: number) => box.top + (1 - share) * (box.height - box.top - box.bottom);
  const lineOf = (read: (point: HistoryPoint) => number) =>
    points
      .map((point, at) => `${at === 0 ? 'M' : 'L'}${x(times[at] ?? 0).toFixed(1)},${y(read(point)).toFixed(1)}`)
      .join('');
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const place = event.currentTarget.getBoundingClientRect();
    const ms =
      startMs +
      (((event.clientX - place.left) / place.width) * box.width - box.left) *
        ((endMs - startMs) / (box.width - box.left - box.right));
    const distances = times.map((time) => Math.abs(time - ms));
    setSeen(distances.indexOf(Math.min(...distances)));
  };
  const point = seen === null ? null : points[seen];
  const seenMs = seen === null ? 0 : (times[seen] ?? 0);
  return (
    <figure className={classes.figure}>
      <svg
        viewBox={`0 0 ${box.width} ${box.height}`}
        className={classes.line}
        role="img"
        aria-label={label}
        onPointerMove={follow}
        onPointerLeave={() => setSeen(null)}
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={box.left} x2={box.width - box.right} y1={y(share)} y2={y(share)} stroke="var(--line)" />
            <text x={box.left - 8} y={y(share) + 4} textAnchor="end" className={classes.tick}>
              {formats.hundred(share)}
            </text>
          </g>
        ))}
        {monthStarts(startMs, endMs).map((ms) => (
          <text key={ms} x={x(ms)} y={box.height - 8} textAnchor="middle" className={classes.tick}>
            {formats.month(ms)}
          </text>
        ))}
        {showsBlocks &&
          blockNames.map((block) => (
            <path
              key={block}
              d={lineOf((at) => at[block])}
              stroke={petalVariable(block)}
              strokeWidth={1.5}
              strokeDasharray={dashes[block]}
              fill="none"
            />
          ))}
        <path d={lineOf(({ bond }) => bond)} stroke="var(--ink)" strokeWidth={2.4} fill="none" strokeLinejoin="round" />
        {point && (
          <g>
            <line x1={x(seenMs)} x2={x(seenMs)} y1={box.top} y2={box.height - box.bottom} stroke="var(--line-strong)" />
            <circle cx={x(seenMs)} cy={y(point.bond)} r={4} fill="var(--ink)" />
          </g>
        )}
      </svg>
      <figcaption className={classes.caption}>
        {point ? words.relation.year.week(formats.date(seenMs), formats.hundred(point.bond)) : words.relation.year.lead}
        {showsBlocks &&
          blockNames.map((block) => (
            <span key={block} className={classes.key}>
              <svg width={22} height={8} aria-hidden="true">
                <line
                  x1={0}
                  x2={22}
                  y1={4}
                  y2={4}
                  stroke={petalVariable(block)}
                  strokeWidth={2}
                  strokeDasharray={dashes[block]}
                />
              </svg>
              {words.bond.blocks[block]}
              {point && ` ${formats.hundred(point[block])}`}
            </span>
          ))}
      </figcaption>
    </figure>
  );
}

/** Told apart without colour too. */
const dashes = { trust: '0', reciprocity: '7 3', intensity: '2 3', time: '10 3 2 3' } as const;

function monthStarts(startMs: number, endMs: number): number[] {
  const found: number[] = [];
  const cursor = new Date(startMs);
  cursor.setUTCDate(1);
  cursor.setUTCHours(12, 0, 0, 0);
  const everyOther = endMs - startMs > 200 * 86_400_000 ? 2 : 1;
  cursor.setUTCMonth(cursor.getUTCMonth() + 1);
  while (cursor.getTime() < endMs) {
    found.push(cursor.getTime());
    cursor.setUTCMonth(cursor.getUTCMonth() + everyOther);
  }
  return found;
}
