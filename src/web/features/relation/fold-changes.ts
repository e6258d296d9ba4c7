/** Changes that one person made one after the other on one day are one line of the timeline. */
import type { TimelineItem } from '#contract/timeline.ts';

type Change = Extract<TimelineItem, { noun: 'change' }>;

export function foldChanges(items: readonly TimelineItem[], dayOf: (at: string) => string): TimelineItem[] {
  const folded: TimelineItem[] = [];
  for (const item of items) {
    const last = folded.at(-1);
    if (last && item.noun === 'change' && last.noun === 'change' && belongTogether(last, item, dayOf)) {
      folded[folded.length - 1] = { ...last, fields: [...new Set([...last.fields, ...item.fields])] };
    } else folded.push(item);
  }
  return folded;
}

function belongTogether(one: Change, other: Change, dayOf: (at: string) => string): boolean {
  const same = one.act === 'update' && other.act === 'update' && one.of === other.of && one.by?.id === other.by?.id;
  return same && dayOf(one.at) === dayOf(other.at);
}
