/** A log of messages, replayed through the shipped engine up to a cut. */
import {
  type Channel,
  dayMs,
  emptyState,
  foldEvent,
  type InteractionFacts,
  type ModelParameters,
  type TieState,
  tieEventsOf,
} from '#engine/index.ts';
import type { LoggedMessage } from './log-reader.ts';

/** One message with everybody it went to: the same sender at the same instant. */
export interface SentMessage {
  readonly from: string;
  readonly receivers: readonly string[];
  readonly atMs: number;
}

/** Rows of one sender at one instant are one message with several receivers. Expects rows in order of time. */
export function groupReceivers(rows: readonly LoggedMessage[]): SentMessage[] {
  const sent: SentMessage[] = [];
  let open = new Map<string, string[]>();
  let openMs = Number.NaN;
  for (const row of rows) {
    if (row.atMs !== openMs) open = new Map();
    openMs = row.atMs;
    const known = open.get(row.from);
    if (known) known.push(row.to);
    else {
      const receivers = [row.to];
      open.set(row.from, receivers);
      sent.push({ from: row.from, receivers, atMs: row.atMs });
    }
  }
  return sent;
}

/** The key of a tie: both names, the smaller first, as the engine orders them. */
export function tieKeyOf(one: string, other: string): string {
  return one < other ? `${one}\t${other}` : `${other}\t${one}`;
}

/** States of all ties after every message before `cutMs`. */
export function replayTies(
  sent: readonly SentMessage[],
  cutMs: number,
  channel: Channel,
  parameters: ModelParameters,
): Map<string, TieState> {
  const ties = new Map<string, TieState>();
  // When the first message of a run was sent that has not been answered, by sender and receiver.
  const waitingSinceMs = new Map<string, number>();
  for (const message of sent) {
    if (message.atMs >= cutMs) break;
    for (const row of tieEventsOf(factsOf(message, channel, waitingSinceMs))) {
      const key = `${row.a}\t${row.b}`;
      const tie = ties.get(key) ?? { ab: emptyState(), ba: emptyState() };
      ties.set(key, tie);
      foldEvent(tie[row.direction], row.event, parameters);
    }
  }
  return ties;
}

/** Bare logs have no reply headers: the first message back after a run from the other side is the answer to it. */
function factsOf(message: SentMessage, channel: Channel, waitingSinceMs: Map<string, number>): InteractionFacts {
  const receivers = [...new Set(message.receivers)].map((id) => {
    const backKey = `${id}\t${message.from}`;
    const sinceMs = waitingSinceMs.get(backKey);
    waitingSinceMs.delete(backKey);
    const outKey = `${message.from}\t${id}`;
    if (!waitingSinceMs.has(outKey)) waitingSinceMs.set(outKey, message.atMs);
    return { id, isOurs: false, answeredAfterMs: sinceMs === undefined ? null : message.atMs - sinceMs };
  });
  return {
    fromId: message.from,
    fromIsOurs: false,
    receivers,
    channel,
    kind: 'message',
    benefits: null,
    evidence: null,
    valence: 0,
    asked: false,
    lengthFactor: 1,
    expectedAnswerMs: null,
    surveyValue: null,
    atMs: message.atMs,
    day: Math.floor(message.atMs / dayMs),
    sourceNumber: 0,
  };
}
