/** The brief of a meeting by mail, once: an hour before it begins, or the evening before. */
import type { AgendaEvent } from '#contract/agenda.ts';
import type { Brief } from '#contract/briefs.ts';
import {
  type BriefMail,
  claimBrief,
  type DueBrief,
  listDueBriefs,
  markBriefSent,
  unclaimBrief,
} from '#store/sent-briefs.ts';
import { AppError } from '../app-error.ts';
import type { Context, Letter } from '../context.ts';
import { getFirm } from '../firm.ts';
import { dayNumberOf, offsetMsAt, startOfDayMs } from '../firm-days.ts';
import { getActorOfUser, getUserRow } from '../user-row.ts';
import { briefEvent } from './brief-event.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const eveningHour = 18;
const atOnce = 100;

export interface BriefFacts {
  readonly locale: 'nl' | 'en';
  readonly timeZone: string;
  readonly publicUrl: string;
  readonly event: AgendaEvent;
  readonly briefs: readonly Brief[];
  readonly nowMs: number;
}

export type WriteBrief = (facts: BriefFacts) => Omit<Letter, 'to'>;

export async function sendBriefs(house: Context, write: WriteBrief): Promise<void> {
  if (house.ports.outgoing.sendMail === null) return;
  const now = house.now();
  const { timeZone } = await getFirm(house.db);
  await sendDue(house, 'hour-before', new Date(now.getTime() + hourMs), write);
  const day = dayNumberOf(now.getTime(), timeZone);
  const isEvening = now.getTime() + offsetMsAt(now.getTime(), timeZone) >= day * dayMs + eveningHour * hourMs;
  // Planned in the morning for the afternoon: its evening was yesterday.
  const untilMs = startOfDayMs(day + (isEvening ? 2 : 1), timeZone) - 1;
  await sendDue(house, 'evening-before', new Date(untilMs), write);
}

async function sendDue(house: Context, mail: BriefMail, until: Date, write: WriteBrief): Promise<void> {
  for (const due of await listDueBriefs(house.db, { mail, after: house.now(), until, limit: atOnce })) {
    await sendOne(house, due, write);
  }
}

async function sendOne(house: Context, due: DueBrief, write: WriteBrief): Promise<void> {
  const { sendMail, publicUrl } = house.ports.outgoing;
  if (sendMail === null) return;
  const ctx: Context = { ...house, actor: await getActorOfUser(house.db, due.userId) };
  const { locale, email } = await getUserRow(ctx.db, due.userId);
  const { timeZone } = await getFirm(ctx.db);
  const told = await briefEvent(ctx, { eventId: due.eventId }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  });
  if (!told || told.briefs.length === 0) return;
  if (!(await claimBrief(ctx.db, { ...due, at: ctx.now() }))) return;
  try {
    const letter = write({ ...told, locale, timeZone, publicUrl, nowMs: ctx.now().getTime() });
    await sendMail({ ...letter, to: email });
  } catch (error) {
    await unclaimBrief(ctx.db, due);
    throw error;
  }
  await markBriefSent(ctx.db, { ...due, at: ctx.now() });
}
