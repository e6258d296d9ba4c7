/** Which kinds the timeline shows, as it stands in the address bar: "mail,note". Nothing there: everything. */
import { type TimelineKind, timelineKinds } from '#contract/timeline-kinds.ts';

export function readKinds(text: string | undefined): TimelineKind[] {
  const named = new Set((text ?? '').split(','));
  return timelineKinds.filter((kind) => named.has(kind));
}

/** Absent rather than empty, so that the address stays short. */
export function writeKinds(kinds: readonly TimelineKind[]): { kinds?: string } {
  return kinds.length === 0 ? {} : { kinds: kinds.join(',') };
}
