/** The lowest point of a smooth function of few variables, found the same way every time. */

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

export interface Lowest extends Corner {
  readonly steps: number;
  /** Whether it had settled before the steps ran out. */
  readonly isSettled: boolean;
}

const firstStep = 0.4;

/**
 * Claim: a local minimum near the start. Formula: the simplex of Nelder & Mead (1965) with their coefficients, begun
 * anew once from where it settled. Range: any; a value that is not a number counts as infinitely high. Deterministic.
 * Limit: local. Test: buying.test.ts.
 */
export function minimise(input: {
  readonly start: readonly number[];
  readonly compute: (at: readonly number[]) => number;
  readonly mostSteps?: number;
  readonly tolerance?: number;
}): Lowest {
  const { start, mostSteps = 600, tolerance = 1e-9 } = input;
  const first = descend({ ...input, start, mostSteps, tolerance, width: firstStep });
  const second = descend({ ...input, start: first.at, mostSteps, tolerance, width: firstStep / 4 });
  return { ...second, steps: first.steps + second.steps };
}

interface Descent {
  readonly start: readonly number[];
  readonly compute: (at: readonly number[]) => number;
  readonly mostSteps: number;
  readonly tolerance: number;
  readonly width: number;
}

function descend({ start, compute, mostSteps, tolerance, width }: Descent): Lowest {
  const measure = (at: readonly number[]): Corner => {
    const value = compute(at);
    return { at, value: Number.isNaN(value) ? Infinity : value };
  };
  const corners = [measure(start)];
  start.forEach((_, axis) => {
    corners.push(measure(start.map((value, other) => (other === axis ? value + width : value))));
  });
  for (let step = 0; step < mostSteps; step += 1) {
    corners.sort((left, right) => left.value - right.value);
    const best = corners[0] as Corner;
    const worst = corners.at(-1) as Corner;
    const spread = Math.max(...corners.map(({ at }) => distance(at, best.at)));
    if (worst.value - best.value <= tolerance * (1 + Math.abs(best.value)) && spread < 1e-5) {
      return { ...best, steps: step, isSettled: true };
    }
    replaceWorst(corners, measure);
  }
  corners.sort((left, right) => left.value - right.value);
  return { ...(corners[0] as Corner), steps: mostSteps, isSettled: false };
}

/** One move of the simplex; `corners` stand from best to worst. */
function replaceWorst(corners: Corner[], measure: (at: readonly number[]) => Corner): void {
  const last = corners.length - 1;
  const best = corners[0] as Corner;
  const worst = corners[last] as Corner;
  const others = corners.slice(0, last);
  const middle = best.at.map((_, axis) => others.reduce((sum, { at }) => sum + (at[axis] as number), 0) / last);
  const along = (times: number) =>
    measure(middle.map((value, axis) => value + times * ((worst.at[axis] as number) - value)));
  const reflected = along(-1);
  if (reflected.value < best.value) {
    const stretched = along(-2);
    corners[last] = stretched.value < reflected.value ? stretched : reflected;
    return;
  }
  if (reflected.value < (corners[last - 1] as Corner).value) {
    corners[last] = reflected;
    return;
  }
  const drawnIn = along(reflected.value < worst.value ? -0.5 : 0.5);
  if (drawnIn.value < Math.min(reflected.value, worst.value)) {
    corners[last] = drawnIn;
    return;
  }
  for (let corner = 1; corner <= last; corner += 1) {
    const { at } = corners[corner] as Corner;
    corners[corner] = measure(at.map((value, axis) => ((best.at[axis] as number) + value) / 2));
  }
}

function distance(left: readonly number[], right: readonly number[]): number {
  return Math.max(...left.map((value, axis) => Math.abs(value - (right[axis] as number))));
}
