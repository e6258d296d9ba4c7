import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { standingQueries } from '../../api/standing-queries.ts';
import { useSpoken } from '../words.tsx';
import { usePlanWords } from '../words-of/plans.ts';
import classes from './plans.module.css';

const [width, height] = [640, 110] as const;

/** What runs through one person, week by week; a mark where the plan began, and the half as a line. Asked when opened. */
export function PlanCourse({ planId, startedAt }: { planId: string; startedAt: string }) {
  const words = usePlanWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.course} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.course}</summary>
      {isOpen && <Course planId={planId} startedAt={startedAt} />}
    </details>
  );
}

function Course({ planId, startedAt }: { planId: string; startedAt: string }) {
  const words = usePlanWords();
  const { formats } = useSpoken();
  const asked = useQuery(standingQueries.planHistory(planId));
  const all = asked.data?.points ?? [];
  const points = all.filter((point) => point.dependency !== null);
  const [first, last] = [points[0], points.at(-1)];
  if (!asked.data || !first || !last) return asked.data ? <p className="soft">{words.unknown}</p> : null;
  const x = (index: number) => (index / Math.max(1, all.length - 1)) * width;
  const y = (share: number) => 4 + (1 - share) * (height - 8);
  const line = all
    .flatMap(({ dependency }, index) =>
      dependency === null ? [] : [`${x(index).toFixed(1)},${y(dependency).toFixed(1)}`],
    )
    .join(' ');
  const begun = all.findIndex(({ weekStart }) => weekStart >= startedAt.slice(0, 10));
  const label = words.courseOf(formats.percent(first.dependency ?? 0), formats.percent(last.dependency ?? 0));
  const monthly = points.filter(
    ({ weekStart }, index) => index === 0 || weekStart.slice(0, 7) !== points[index - 1]?.weekStart.slice(0, 7),
  );
  return (
    <>
      <p>{label}</p>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} preserveAspectRatio="none">
        <line x1={0} x2={width} y1={y(0.5)} y2={y(0.5)} stroke="var(--line)" vectorEffect="non-scaling-stroke" />
        {begun > 0 && (
          <line
            {...{ x1: x(begun), x2: x(begun), y1: 0, y2: height, stroke: 'var(--line-strong)' }}
            strokeDasharray="3 3"
            vectorEffect="non-scaling-stroke"
          />
        )}
        <polyline points={line} fill="none" stroke="var(--ink)" strokeWidth={1.6} vectorEffect="non-scaling-stroke" />
      </svg>
      <details>
        <summary>{words.courseTable}</summary>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              <th scope="col">{words.onePerson}</th>
              <th scope="col">{words.second}</th>
            </tr>
          </thead>
          <tbody>
            {monthly.map(({ weekStart, dependency, second }) => (
              <tr key={weekStart}>
                <td>{formats.monthYear(`${weekStart}T12:00:00Z`)}</td>
                <td>{formats.number(dependency ?? 0, 2)}</td>
                <td>{second === null ? words.unknown : formats.number(second, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
