import { findPartiesById } from '#store/identities.ts';
import { deleteTodayMark, putTodayMark } from '#store/today-marks.ts';
import { allow, userOf } from '../allow.ts';
import type { Context } from '../context.ts';

const dayMs = 86_400_000;
/** How long a mark holds when nobody said. */
const holdsDays = { snoozed: 7, done: 30, 'left-in-peace': 90, 'not-useful': 90 } as const;

interface Marking {
  readonly partyId: string;
  readonly line: string;
  readonly mark: keyof typeof holdsDays;
  readonly until?: string | null;
}

export async function markToday(ctx: Context, input: Marking): Promise<{ done: true }> {
  const [party] = await findPartiesById(ctx.db, [input.partyId]);
  allow(ctx.actor, 'see', party);
  const { partyId, line, mark } = input;
  const until = input.until ? new Date(input.until) : new Date(ctx.now().getTime() + holdsDays[mark] * dayMs);
  await putTodayMark(ctx.db, { userId: userOf(ctx.actor), partyId, line, mark, until, at: ctx.now() });
  return { done: true };
}

export async function unmarkToday(ctx: Context, input: { partyId: string; line: string }): Promise<{ done: true }> {
  await deleteTodayMark(ctx.db, { userId: userOf(ctx.actor), ...input });
  return { done: true };
}
