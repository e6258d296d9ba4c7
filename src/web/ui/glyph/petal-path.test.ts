import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PetalShape, petalPath, smallestDrawn } from './petal-path.ts';

const shape: PetalShape = { base: 20, reach: 60, halfWidth: 20 };

/** Area inside a path of M, L and C, by walking it in small steps (shoelace). */
function areaOf(path: string): number {
  const numbers = (text: string) => [...text.matchAll(/-?[\d.]+/g)].map(Number);
  const points: [number, number][] = [];
  for (const [, letter, rest] of path.matchAll(/([MLC])([^MLCZ]*)/g)) {
    const n = numbers(rest ?? '');
    if (letter !== 'C') points.push([n[0] ?? 0, n[1] ?? 0]);
    else points.push(...walk(points.at(-1) ?? [0, 0], n));
  }
  let twice = 0;
  for (const [at, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [0, 0];
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice / 2);
}

function walk([x0, y0]: [number, number], n: number[]): [number, number][] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = n;
  return Array.from({ length: 200 }, (_, step) => {
    const t = (step + 1) / 200;
    const u = 1 - t;
    const at = (a: number, b: number, c: number, d: number) =>
      u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * d;
    return [at(x0, x1, x2, x3), at(y0, y1, y2, y3)];
  });
}

const wholeArea = (value: number) => areaOf(petalPath(shape, { value }));

test('twice the value is twice the area: the picture does not exaggerate', () => {
  const one = wholeArea(0.4);
  assert.ok(Math.abs(wholeArea(0.8) / one - 2) < 0.01);
  assert.ok(Math.abs(wholeArea(0.2) / one - 0.5) < 0.01);
});

test('a known value is never invisible, and never longer than its reach', () => {
  assert.equal(petalPath(shape, { value: 0 }), petalPath(shape, { value: smallestDrawn }));
  assert.equal(petalPath(shape, { value: 7 }), petalPath(shape, { value: 1 }));
});

test('a notch takes a piece out of the tip and leaves the base', () => {
  const plain = areaOf(petalPath(shape, { value: 0.5, side: 'right' }));
  const notched = areaOf(petalPath(shape, { value: 0.5, side: 'right', notch: 15 }));
  assert.ok(notched < plain * 0.85 && notched > plain * 0.3, `${notched} of ${plain}`);
});

test('both halves have the same area, and make the whole', () => {
  const left = areaOf(petalPath(shape, { value: 0.7, side: 'left' }));
  const right = areaOf(petalPath(shape, { value: 0.7, side: 'right' }));
  assert.ok(Math.abs(left - right) < 1e-6);
  assert.ok(Math.abs(left + right - wholeArea(0.7)) < 1e-6);
});
