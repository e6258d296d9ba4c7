/** Functions of mathematics that models of buying need: exact to about 1e-12 where they are used, without a library. */

const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const;

/** Claim: ln Gamma(x) for x > 0. Source: Lanczos 1964, g = 7. Limit: relative error about 1e-14. Test: special-functions.test.ts. */
export function computeLogGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - computeLogGamma(1 - x);
  const at = x - 1;
  const shifted = at + 7.5;
  let sum: number = lanczos[0];
  for (let term = 1; term < lanczos.length; term += 1) sum += (lanczos[term] as number) / (at + term);
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(shifted) - shifted + Math.log(sum);
}

/** ln B(a, b) for a, b > 0. */
export function computeLogBeta(a: number, b: number): number {
  return computeLogGamma(a) + computeLogGamma(b) - computeLogGamma(a + b);
}

const mostTerms = 1_000_000;
const tooLarge = 1e200;

/**
 * Claim: ln 2F1(a, b; c; z), Gauss's hypergeometric function, for a, b, c > 0 and 0 <= z < 1. Formula: its series: all
 * terms are positive, so nothing cancels, and the sum is scaled down on the way, so nothing overflows. Limit: the nearer
 * z to 1 the more terms; it throws rather than answer a sum that has not settled. Test: special-functions.test.ts.
 */
export function computeLogHypergeometric(a: number, b: number, c: number, z: number): number {
  if (!(a > 0 && b > 0 && c > 0 && z >= 0 && z < 1)) throw new RangeError(`no 2F1(${a}, ${b}; ${c}; ${z}) here`);
  let [term, sum, scaled] = [1, 1, 0];
  for (let at = 0; at < mostTerms; at += 1) {
    const ratio = (((a + at) * (b + at)) / ((c + at) * (at + 1))) * z;
    term *= ratio;
    sum += term;
    // What is still to come is at most a geometric series.
    if (ratio < 1 && term <= 1e-16 * sum * (1 - ratio)) return scaled + Math.log(sum);
    if (sum > tooLarge) {
      term /= tooLarge;
      sum /= tooLarge;
      scaled += Math.log(tooLarge);
    }
  }
  throw new RangeError(`2F1(${a}, ${b}; ${c}; ${z}) did not settle`);
}

/** ln(e^x + e^y) without overflow. */
export function addLogs(x: number, y: number): number {
  const [high, low] = x > y ? [x, y] : [y, x];
  return low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}
