/** A year of closeness in one small line; the last point stands out. */
import { useSpoken } from './words.tsx';

interface Props {
  /** 0-100, oldest first. */
  readonly values: readonly number[];
  readonly width?: number;
  readonly height?: number;
}

export function Sparkline({ values, width = 84, height = 22 }: Props) {
  const { words, formats } = useSpoken();
  if (values.length < 2) return <svg width={width} height={height} aria-hidden="true" />;
  const edge = 2.5;
  const x = (at: number) => edge + (at / (values.length - 1)) * (width - 2 * edge);
  const y = (value: number) => edge + (1 - Math.min(100, Math.max(0, value)) / 100) * (height - 2 * edge);
  const points = values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
  const last = values.at(-1) ?? 0;
  const label = words.relations.yearLine(formats.number(values[0] ?? 0), formats.number(last));
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <line x1={edge} x2={width - edge} y1={height - edge} y2={height - edge} stroke="var(--line)" />
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="var(--ink-soft)"
        strokeWidth={1.4}
        strokeLinejoin="round"
      />
      <circle cx={x(values.length - 1)} cy={y(last)} r={2.2} fill="var(--ink)" />
    </svg>
  );
}
