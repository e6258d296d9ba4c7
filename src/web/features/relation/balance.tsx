import { notRead } from '../../ui/glyph/not-read.ts';
import { MeasuredNumber } from '../../ui/numbers/measured-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './ledger.module.css';

/** A beam on a point: it tilts to the side that gave more. */
export function Balance({ ours, theirs, partyId }: { ours: number; theirs: number; partyId: string }) {
  const { words, formats } = useSpoken();
  const { ledger } = words.relation;
  const total = ours + theirs;
  const tilt = total === 0 ? 0 : (theirs - ours) / total;
  const isEven = Math.abs(tilt) < 0.2;
  const verdict = isEven ? ledger.even : tilt < 0 ? ledger.tiltOurs : ledger.tiltTheirs;
  const degrees = tilt * 11;
  const size = (weight: number) => 5 + 13 * Math.sqrt(weight / Math.max(total, 1e-9));
  const label = ledger.balance(formats.number(ours, 1), formats.number(theirs, 1));
  return (
    <div className={classes.balance}>
      <svg width={260} height={96} viewBox="-130 -58 260 96" role="img" aria-label={label}>
        <g transform={`rotate(${degrees})`}>
          <line x1={-96} x2={96} y1={0} y2={0} stroke="var(--ink)" strokeWidth={2} strokeLinecap="round" />
          <circle cx={-84} cy={-size(ours) - 2} r={size(ours)} fill="var(--petal-reciprocity)" />
          <circle
            cx={84}
            cy={-size(theirs) - 2}
            r={size(theirs)}
            fill="color-mix(in srgb, var(--petal-reciprocity) 32%, transparent)"
            stroke="var(--petal-reciprocity)"
            strokeWidth={1.5}
          />
        </g>
        <path d="M0,1L-9,20H9Z" fill="none" stroke="var(--ink)" strokeWidth={2} strokeLinejoin="round" />
        <g fontSize={12} fill="var(--ink-soft)" textAnchor="middle" {...notRead}>
          <text x={-84} y={34}>
            {words.bond.ours} {formats.number(ours, 1)}
          </text>
          <text x={84} y={34}>
            {words.bond.theirs} {formats.number(theirs, 1)}
          </text>
        </g>
      </svg>
      <div className={classes.verdict}>
        <p>{verdict}</p>
        <p className="soft small">
          <MeasuredNumber of={{ partyId }} figure="ledger">
            {label}
          </MeasuredNumber>
        </p>
      </div>
    </div>
  );
}
