/** Closures: stretches in which silence is not silence (winter closing, holiday, school year). */
import type { Closure } from './reading.ts';

/**
 * Claim: milliseconds in [from, until) that do not lie in any closure. Range: [0, until - from], 0 when until <= from.
 * Formula: length minus the union of closures within. Source: seeds' correction 2. Limit: closures are given, not
 * learned. Test: closures.test.ts.
 */
export function countOpenMs(fromMs: number, untilMs: number, closures: readonly Closure[]): number {
  if (!(untilMs > fromMs)) return 0;
  let closedMs = 0;
  for (const closure of uniteClosures(closures)) {
    closedMs += Math.max(0, Math.min(untilMs, closure.untilMs) - Math.max(fromMs, closure.fromMs));
  }
  return untilMs - fromMs - closedMs;
}

/**
 * Claim: the instant at which a given open time has passed since `fromMs`: closed time is skipped. Unit: epoch ms.
 * The inverse of countOpenMs. Source: seeds' correction 2. Test: closures.test.ts.
 */
export function addOpenMs(fromMs: number, openMs: number, closures: readonly Closure[]): number {
  let reachedMs = fromMs;
  let leftMs = openMs;
  for (const closure of uniteClosures(closures)) {
    if (closure.untilMs <= reachedMs) continue;
    const openUntilClosureMs = Math.max(0, closure.fromMs - reachedMs);
    if (leftMs < openUntilClosureMs) break;
    leftMs -= openUntilClosureMs;
    reachedMs = closure.untilMs;
  }
  return reachedMs + leftMs;
}

/**
 * Claim: the instant from which a given open time leads up to `untilMs`. Unit: epoch ms.
 * Source: seeds' correction 2 (the mirror of addOpenMs). Test: closures.test.ts.
 */
export function subtractOpenMs(untilMs: number, openMs: number, closures: readonly Closure[]): number {
  const mirrored = closures.map((closure) => ({ fromMs: -closure.untilMs, untilMs: -closure.fromMs }));
  // 0 - x and not -x: there is no such instant as minus zero.
  return 0 - addOpenMs(-untilMs, openMs, mirrored);
}

/** Sorted and without overlap, so that no stretch is taken off twice. */
function uniteClosures(closures: readonly Closure[]): readonly Closure[] {
  if (closures.length === 0) return closures;
  const sorted = closures.filter((closure) => closure.untilMs > closure.fromMs).sort((x, y) => x.fromMs - y.fromMs);
  const united: { fromMs: number; untilMs: number }[] = [];
  for (const closure of sorted) {
    const last = united.at(-1);
    if (last && closure.fromMs <= last.untilMs) last.untilMs = Math.max(last.untilMs, closure.untilMs);
    else united.push({ ...closure });
  }
  return united;
}
