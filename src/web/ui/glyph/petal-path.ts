/** The outline of a petal that points up from the middle. Only its length varies, so its area grows with the value. */

export interface PetalShape {
  /** Distance from the middle at which it begins. */
  readonly base: number;
  /** Length at value 1. */
  readonly reach: number;
  /** Half the width of the control polygon; the petal itself is a bit slimmer. */
  readonly halfWidth: number;
}

export type PetalSide = 'whole' | 'left' | 'right';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A known value never vanishes: this much of the reach is always drawn. */
export const smallestDrawn = 0.05;
/** Where on the outline the notch begins (0 = base, 1 = tip). */
const notchFrom = 0.82;
/** How deep it goes: always the same cut, but never more of the petal than this, nor less. */
const notchShares = { least: 0.28, most: 0.72 } as const;

export function petalLength(shape: PetalShape, value: number): number {
  return shape.reach * Math.max(smallestDrawn, Math.min(1, value));
}

export function petalPath(
  shape: PetalShape,
  { value, side = 'whole', notch = 0 }: { value: number; side?: PetalSide; notch?: number },
): string {
  const length = petalLength(shape, value);
  const right = outline(shape, length);
  const kept = notch > 0 ? split(right, notchFrom) : right;
  const { least, most } = notchShares;
  const depth = notch > 0 ? Math.min(most * length, Math.max(least * length, notch)) : 0;
  const end = { x: 0, y: -(shape.base + length - depth) };
  const start = `M${write(right[0])}`;
  const toEnd = notch > 0 ? `L${write(end)}` : '';
  if (side === 'right') return `${start}${curve(kept)}${toEnd}Z`;
  if (side === 'left') return `${start}${curve(mirror(kept))}${toEnd}Z`;
  const back = reverse(mirror(kept));
  return `${start}${curve(kept)}${toEnd}${notch > 0 ? `L${write(back[0])}` : ''}${curve(back)}Z`;
}

/** The right half by its four control points. */
type Bezier = readonly [Point, Point, Point, Point];

function outline(shape: PetalShape, length: number): Bezier {
  const { base, halfWidth } = shape;
  return [
    { x: 0, y: -base },
    { x: halfWidth * 1.05, y: -(base + length * 0.22) },
    { x: halfWidth * 1.5, y: -(base + length) },
    { x: 0, y: -(base + length) },
  ];
}

/** The first part of the curve, up to t (De Casteljau). */
function split([a, b, c, d]: Bezier, t: number): Bezier {
  const between = (p: Point, q: Point): Point => ({ x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t });
  const ab = between(a, b);
  const bc = between(b, c);
  const abc = between(ab, bc);
  return [a, ab, abc, between(abc, between(bc, between(c, d)))];
}

function mirror(bezier: Bezier): Bezier {
  const [a, b, c, d] = bezier.map(({ x, y }) => ({ x: -x, y })) as [Point, Point, Point, Point];
  return [a, b, c, d];
}

function reverse([a, b, c, d]: Bezier): Bezier {
  return [d, c, b, a];
}

function curve([, b, c, d]: Bezier): string {
  return `C${write(b)} ${write(c)} ${write(d)}`;
}

function write({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0);
}
