/** How long a source is usually silent: the longest wait between two things it brought, which fades by half in a month. */
import type { ConnectionRow } from '#store/connections.ts';

const fadesBySeconds = 30 * 86_400;

type Heard = Pick<ConnectionRow, 'heardAt' | 'longestGapSeconds'>;

/** What is older than the newest known says nothing about silence now. */
export function hearNews({ heardAt, longestGapSeconds }: Heard, timesMs: readonly number[]): Heard {
  let [lastMs, longest] = [heardAt?.getTime() ?? null, longestGapSeconds];
  for (const atMs of [...timesMs].sort((left, right) => left - right)) {
    if (lastMs !== null && atMs <= lastMs) continue;
    if (lastMs !== null) {
      const gapSeconds = (atMs - lastMs) / 1000;
      longest = Math.max(gapSeconds, (longest ?? 0) * 0.5 ** (gapSeconds / fadesBySeconds));
    }
    lastMs = atMs;
  }
  return { heardAt: lastMs === null ? null : new Date(lastMs), longestGapSeconds: longest };
}
