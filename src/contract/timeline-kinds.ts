/** What a timeline can hold. The browser reads this too: no Zod. */
export const timelineKinds = [
  'mail',
  'call',
  'meeting',
  'other',
  'note',
  'task',
  'promise',
  'fault',
  'idea',
  'file',
  'publication',
  'change',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];
