/** Attention given and received: what each side of a tie began, answered, asked and looked after. */
import type { Expectation } from './reading.ts';
import { type Direction, directions } from './tie-event.ts';

/** One contact as it touches one direction: who turned to whom, and how. */
export interface Turn<Ref> {
  readonly ref: Ref;
  /** Who did it. */
  readonly direction: Direction;
  readonly atMs: number;
  readonly contact: number;
  readonly benefit: number;
  /** It answers something the other wrote. */
  readonly isAnswer: boolean;
  /** Both were there: a call, a visit, a meeting. */
  readonly isTogether: boolean;
  /** Bought or paid: worth something, and no attention. */
  readonly isPurchase: boolean;
}

export interface AttentionSide<Ref> {
  readonly began: readonly Turn<Ref>[];
  readonly answered: readonly Turn<Ref>[];
  readonly lookedAfter: readonly Turn<Ref>[];
  /** Questions and complaints to the other, the latest due first, and how many of them got what they waited for. */
  readonly asked: readonly Expectation[];
  readonly met: number;
}

export interface Attention<Ref> {
  readonly ab: AttentionSide<Ref>;
  readonly ba: AttentionSide<Ref>;
  /** Once each, though both turned to each other. */
  readonly together: readonly Turn<Ref>[];
}

/**
 * Claim: the contacts since an instant, latest first. Of what is a contact, each stands in exactly one of began, answered and
 * together; looked after is what the other gained by it beside, purchases apart. Swapping the parties swaps the sides.
 * Source: issue 5 ("attention given and received"), seed 004 (time is scarce). Limit: counts moments, not minutes; a mail of
 * ours that answers one of long ago counts as answering. Test: attention.test.ts.
 */
export function readAttention<Ref>(input: {
  turns: readonly Turn<Ref>[];
  expectations: readonly Expectation[];
  sinceMs: number;
  nowMs: number;
}): Attention<Ref> {
  const { sinceMs, nowMs } = input;
  const turns = input.turns
    .filter(({ atMs, isPurchase }) => atMs >= sinceMs && atMs <= nowMs && !isPurchase)
    .sort((one, other) => other.atMs - one.atMs);
  const sides = directions.map((direction) => {
    const own = turns.filter((turn) => turn.direction === direction);
    const alone = own.filter(({ contact, isTogether }) => contact > 0 && !isTogether);
    const asked = input.expectations.filter(
      ({ kind, owedBy, dueMs }) => kind !== 'promise' && (owedBy === 'b') === (direction === 'ab') && dueMs >= sinceMs,
    );
    const side: AttentionSide<Ref> = {
      began: alone.filter(({ isAnswer }) => !isAnswer),
      answered: alone.filter(({ isAnswer }) => isAnswer),
      lookedAfter: own.filter(({ benefit }) => benefit > 0),
      asked: asked.toSorted((one, other) => other.dueMs - one.dueMs),
      met: asked.filter(({ settledMs }) => settledMs !== null && settledMs <= nowMs).length,
    };
    return side;
  });
  const [ab, ba] = sides as [AttentionSide<Ref>, AttentionSide<Ref>];
  const together = new Map<Ref, Turn<Ref>>();
  for (const turn of turns)
    if (turn.isTogether && turn.contact > 0 && !together.has(turn.ref)) together.set(turn.ref, turn);
  return { ab, ba, together: [...together.values()] };
}
