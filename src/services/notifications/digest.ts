/** The daily mail: what today asks and what one was told of since the last one. Only when there is something. */
import { claimDigest, findLastDigestAt, markDigestSent, unclaimDigest } from '#store/digests.ts';
import { listUnreadSince, type NotificationKind } from '#store/notifications.ts';
import { listTaskRows } from '#store/tasks.ts';
import { listUserRows, type UserRow } from '#store/users.ts';
import type { Context, Letter } from '../context.ts';
import { getFirm } from '../firm.ts';
import { startOfDayMs } from '../firm-days.ts';
import { dateAt, dayNumberOfDate, groupOf } from '../tasks/task-dates.ts';
import { getUserRow } from '../user-row.ts';
import { notificationKinds, waysOf } from './ways.ts';

const dayMs = 86_400_000;
const mostLines = 40;
/** A sending that was begun so long ago was broken off. */
const abandonedMs = 15 * 60_000;
/** How far the first mail looks back. */
const firstDays = 3;

export interface DigestFacts {
  readonly locale: 'nl' | 'en';
  readonly timeZone: string;
  readonly name: string;
  readonly day: string;
  readonly publicUrl: string;
  readonly tasks: readonly {
    readonly title: string;
    readonly time: string | null;
    readonly isLate: boolean;
    readonly party: string | null;
  }[];
  readonly told: readonly {
    readonly id: string;
    readonly kind: NotificationKind;
    readonly party: string | null;
    readonly by: string | null;
    readonly about: string | null;
  }[];
}

export type WriteDigest = (facts: DigestFacts) => Omit<Letter, 'to'>;

/** Leaves a mail to be written for everybody who may get one. */
export async function askDigests(ctx: Context): Promise<void> {
  if (ctx.ports.outgoing.sendMail === null) return;
  const day = dateAt(ctx.now().getTime(), (await getFirm(ctx.db)).timeZone);
  for (const { id } of await listUserRows(ctx.db)) {
    await ctx.enqueue({ name: 'send-digest', data: { userId: id, day, digestKey: `${id} ${day}` } }, ctx.db);
  }
}

export async function sendDigest(
  ctx: Context,
  input: { userId: string; day: string },
  write: WriteDigest,
): Promise<void> {
  const { sendMail } = ctx.ports.outgoing;
  if (sendMail === null) return;
  const { userId, day } = input;
  const at = ctx.now();
  const user = await getUserRow(ctx.db, userId);
  const facts = await gatherFacts(ctx, user, day);
  if (facts.tasks.length + facts.told.length === 0) return;
  if (!(await claimDigest(ctx.db, { userId, day, at, abandonedBefore: new Date(at.getTime() - abandonedMs) }))) return;
  try {
    await sendMail({ ...write(facts), to: user.email });
  } catch (error) {
    await unclaimDigest(ctx.db, { userId, day });
    throw error;
  }
  await markDigestSent(ctx.db, { userId, day, at: ctx.now() });
}

async function gatherFacts(ctx: Context, user: UserRow, day: string): Promise<DigestFacts> {
  const nowMs = ctx.now().getTime();
  const { timeZone } = await getFirm(ctx.db);
  const ways = await waysOf(ctx.db, user.id);
  const endOfDay = new Date(startOfDayMs(dayNumberOfDate(day) + 1, timeZone));
  const mine = { viewer: user.id, assigneeId: user.id, partyId: null, isDone: false, after: null };
  const tasks = ways['task-due'].mail
    ? await listTaskRows(ctx.db, { ...mine, before: endOfDay, limit: mostLines })
    : [];
  // Tasks stand in the list of the day itself.
  const kinds = notificationKinds.filter((kind) => kind !== 'task-due' && ways[kind].mail);
  const since = (await findLastDigestAt(ctx.db, user.id)) ?? new Date(nowMs - firstDays * dayMs);
  const told = await listUnreadSince(ctx.db, { userId: user.id, kinds, since, limit: mostLines });
  return {
    locale: user.locale,
    timeZone,
    name: user.name,
    day,
    publicUrl: ctx.ports.outgoing.publicUrl,
    tasks: tasks.map((row) => ({
      title: row.title,
      time: row.dueTime,
      isLate: groupOf(row, { nowMs, timeZone }) === 'overdue',
      party: row.partyName,
    })),
    told: told.map(({ id, kind, partyName, byName, about }) => ({ id, kind, party: partyName, by: byName, about })),
  };
}
