/** A multinomial logit fitted by Newton's method: deterministic, regularised, with its own uncertainty. */

/** One choice among alternatives: for each of them its features, flat, and which was chosen. */
export interface ChoiceRow {
  /** alternatives x features, row by row. */
  readonly features: Float64Array;
  readonly chosen: number;
}

export interface ChoiceFit {
  readonly beta: Float64Array;
  /** Standard errors, from the inverse of the regularised Hessian. */
  readonly errors: Float64Array;
  readonly rows: number;
}

const mostSteps = 40;
const closeEnough = 1e-9;

/**
 * Claim: the coefficients under which the choices were likeliest, held towards 0. Formula: argmax of sum log softmax -
 * ridge/2 |beta|^2, by Newton with halved steps; the penalty makes it one maximum. Range: finite for any finite input.
 * Source: McFadden's conditional logit; model.md 1.10. Limit: one set of coefficients for everybody. Test: choice-model.test.ts.
 */
export function fitChoices(rows: readonly ChoiceRow[], featureCount: number, ridge = 0.1): ChoiceFit {
  let beta = new Float64Array(featureCount);
  let score = scoreOf(rows, beta, ridge);
  let inverse = identity(featureCount, 1 / ridge);
  for (let step = 0; step < mostSteps; step += 1) {
    const { gradient, hessian } = slopesOf(rows, beta, ridge);
    inverse = invert(hessian, featureCount);
    const move = multiply(inverse, gradient);
    let size = 1;
    let next = moved(beta, move, size);
    let nextScore = scoreOf(rows, next, ridge);
    while (nextScore < score && size > 1e-4) {
      size /= 2;
      next = moved(beta, move, size);
      nextScore = scoreOf(rows, next, ridge);
    }
    const gain = nextScore - score;
    if (gain > 0) [beta, score] = [next, nextScore];
    if (gain < closeEnough) break;
  }
  const errors = beta.map((_, at) => Math.sqrt(inverse[at * featureCount + at] ?? 0));
  return { beta, errors, rows: rows.length };
}

/**
 * Claim: the chance of each alternative. Formula: softmax of its utility, shifted by the largest (no overflow).
 * Range: each in [0,1], sum 1. Test: choice-model.test.ts.
 */
export function chancesOf(features: Float64Array, beta: Float64Array): Float64Array {
  const width = beta.length;
  const chances = new Float64Array(features.length / width);
  let largest = -Infinity;
  for (let at = 0; at < chances.length; at += 1) {
    let utility = 0;
    for (let k = 0; k < width; k += 1) utility += (features[at * width + k] ?? 0) * (beta[k] ?? 0);
    chances[at] = utility;
    largest = Math.max(largest, utility);
  }
  let sum = 0;
  for (let at = 0; at < chances.length; at += 1) {
    chances[at] = Math.exp((chances[at] ?? 0) - largest);
    sum += chances[at] ?? 0;
  }
  return chances.map((chance) => chance / sum);
}

function scoreOf(rows: readonly ChoiceRow[], beta: Float64Array, ridge: number): number {
  let score = 0;
  for (const { features, chosen } of rows) score += Math.log(Math.max(1e-300, chancesOf(features, beta)[chosen] ?? 0));
  return score - (ridge / 2) * beta.reduce((sum, value) => sum + value * value, 0);
}

/** First and (negated) second derivatives of the score. */
function slopesOf(rows: readonly ChoiceRow[], beta: Float64Array, ridge: number) {
  const width = beta.length;
  const gradient = beta.map((value) => -ridge * value);
  const hessian = identity(width, ridge);
  const mean = new Float64Array(width);
  const apart = new Float64Array(width);
  for (const { features, chosen } of rows) {
    const chances = chancesOf(features, beta);
    mean.fill(0);
    for (let at = 0; at < chances.length; at += 1) {
      for (let k = 0; k < width; k += 1)
        mean[k] = (mean[k] ?? 0) + (chances[at] ?? 0) * (features[at * width + k] ?? 0);
    }
    for (let k = 0; k < width; k += 1) {
      gradient[k] = (gradient[k] ?? 0) + (features[chosen * width + k] ?? 0) - (mean[k] ?? 0);
    }
    for (let at = 0; at < chances.length; at += 1) {
      const chance = chances[at] ?? 0;
      for (let k = 0; k < width; k += 1) apart[k] = (features[at * width + k] ?? 0) - (mean[k] ?? 0);
      for (let k = 0; k < width; k += 1) {
        const part = chance * (apart[k] ?? 0);
        if (part === 0) continue;
        for (let l = 0; l <= k; l += 1) {
          const place = k * width + l;
          hessian[place] = (hessian[place] ?? 0) + part * (apart[l] ?? 0);
        }
      }
    }
  }
  for (let k = 0; k < width; k += 1) {
    for (let l = k + 1; l < width; l += 1) hessian[k * width + l] = hessian[l * width + k] ?? 0;
  }
  return { gradient, hessian };
}

function identity(size: number, value: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let at = 0; at < size; at += 1) matrix[at * size + at] = value;
  return matrix;
}

function moved(beta: Float64Array, move: Float64Array, size: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(beta, (value, at) => value + size * (move[at] ?? 0));
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, row) => {
    let sum = 0;
    for (let at = 0; at < size; at += 1) sum += (matrix[row * size + at] ?? 0) * (vector[at] ?? 0);
    return sum;
  });
}

/** Gauss-Jordan of a positive definite matrix: its pivots never vanish. */
function invert(matrix: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const left = Float64Array.from(matrix);
  const right = identity(size, 1) as Float64Array<ArrayBuffer>;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const scale = 1 / (left[pivot * size + pivot] || 1e-300);
    for (let at = 0; at < size; at += 1) {
      left[pivot * size + at] = (left[pivot * size + at] ?? 0) * scale;
      right[pivot * size + at] = (right[pivot * size + at] ?? 0) * scale;
    }
    for (let row = 0; row < size; row += 1) {
      const factor = left[row * size + pivot] ?? 0;
      if (row === pivot || factor === 0) continue;
      for (let at = 0; at < size; at += 1) {
        left[row * size + at] = (left[row * size + at] ?? 0) - factor * (left[pivot * size + at] ?? 0);
        right[row * size + at] = (right[row * size + at] ?? 0) - factor * (right[pivot * size + at] ?? 0);
      }
    }
  }
  return right;
}
