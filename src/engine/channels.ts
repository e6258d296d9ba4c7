/** Channels: which family's half-life a contact fades with, how deep it goes, whether it can press. */
import type { ChannelFamily, PressureChannel } from './tie-event.ts';

const dayMs = 86_400_000;

export interface ChannelTraits {
  readonly family: ChannelFamily;
  /** Weight of one contact of ordinary length (model.md 1.4; design choice, order after media depth). */
  readonly depth: number;
  /** True where the other is there too: it counts as turning to each other, both ways at the same weight. */
  readonly bothWays: boolean;
  /** In which ideal unasked contact counts; null where it cannot press. */
  readonly pressure: PressureChannel | null;
  /** Within which an answer counts as in time. */
  readonly expectedAnswerMs: number;
}

/** Ground: families C (mail, chat) and D (the rest); depths, both-ways and answer times D. Test: derive.test.ts. */
export const channelTable = {
  mail: { family: 'mail', depth: 0.5, bothWays: false, pressure: 'mail', expectedAnswerMs: 3 * dayMs },
  chat: { family: 'chat', depth: 0.5, bothWays: false, pressure: 'mail', expectedAnswerMs: dayMs },
  social: { family: 'chat', depth: 0.5, bothWays: false, pressure: null, expectedAnswerMs: 2 * dayMs },
  call: { family: 'live', depth: 1, bothWays: true, pressure: 'call', expectedAnswerMs: 2 * dayMs },
  video: { family: 'live', depth: 1.2, bothWays: true, pressure: 'call', expectedAnswerMs: 2 * dayMs },
  meeting: { family: 'live', depth: 2, bothWays: true, pressure: null, expectedAnswerMs: 3 * dayMs },
  visit: { family: 'live', depth: 1, bothWays: true, pressure: 'call', expectedAnswerMs: 3 * dayMs },
  letter: { family: 'mail', depth: 0.5, bothWays: false, pressure: 'post', expectedAnswerMs: 7 * dayMs },
  order: { family: 'purchase', depth: 1, bothWays: true, pressure: null, expectedAnswerMs: 3 * dayMs },
  ticket: { family: 'mail', depth: 0.5, bothWays: false, pressure: null, expectedAnswerMs: 2 * dayMs },
  gift: { family: 'live', depth: 1, bothWays: false, pressure: null, expectedAnswerMs: 7 * dayMs },
  other: { family: 'mail', depth: 0.5, bothWays: false, pressure: null, expectedAnswerMs: 3 * dayMs },
} as const satisfies Record<string, ChannelTraits>;

export type Channel = keyof typeof channelTable;
export const channels = Object.keys(channelTable) as Channel[];
