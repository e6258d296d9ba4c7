/** What stands in a user's calendar: facts with their days, no words. */
import { listOwnEventRows } from '#store/agenda.ts';
import { listBirthdays, listQuietDays } from '#store/calendar-feeds.ts';
import { listContactsOfRules, listRules } from '#store/keep-in-touch.ts';
import { listPromiseRows } from '#store/promises.ts';
import { listTaskRows } from '#store/tasks.ts';
import { userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { dateAt, someday } from '../tasks/task-dates.ts';
import { getUserRow } from '../user-row.ts';

const dayMs = 86_400_000;
const most = 500;
const aheadDays = 366;
const backDays = 31;

export type CalendarEntry =
  | {
      readonly kind: 'task';
      readonly id: string;
      readonly title: string;
      readonly party: string | null;
      readonly note: string | null;
      readonly on: string;
      readonly at: Date | null;
    }
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly title: string;
      readonly location: string | null;
      readonly from: Date;
      readonly until: Date;
      /** Whole days: the first and the last. */
      readonly days: { readonly from: string; readonly until: string } | null;
      readonly isBusy: boolean;
    }
  | {
      readonly kind: 'promise';
      readonly id: string;
      readonly text: string;
      readonly party: string;
      readonly byUs: boolean;
      readonly at: Date;
    }
  | {
      readonly kind: 'birthday';
      readonly id: string;
      readonly name: string;
      readonly month: number;
      readonly day: number;
      readonly year: number | null;
    }
  | { readonly kind: 'keep-in-touch' | 'quiet'; readonly id: string; readonly name: string; readonly on: string };

export interface Calendar {
  readonly locale: 'nl' | 'en';
  readonly timeZone: string;
  readonly publicUrl: string;
  readonly entries: readonly CalendarEntry[];
}

/** Read as the user whose link it is, so that nothing stands in it which that user may not see. */
export async function gatherCalendar(ctx: Context): Promise<Calendar> {
  const userId = userOf(ctx.actor);
  const { locale, partyId } = await getUserRow(ctx.db, userId);
  const { timeZone } = await getFirm(ctx.db);
  const entries = [
    ...(await gatherEvents(ctx, userId)),
    ...(await gatherTasks(ctx, userId)),
    ...(await gatherPromises(ctx, userId, partyId)),
    ...(await gatherBirthdays(ctx, userId)),
    ...(await gatherContactDays(ctx, userId, timeZone)),
  ];
  return { locale, timeZone, publicUrl: ctx.ports.outgoing.publicUrl, entries };
}

/** Of Hecht's own agenda: what it keeps up with elsewhere stands in that calendar already. */
async function gatherEvents(ctx: Context, userId: string): Promise<CalendarEntry[]> {
  const nowMs = ctx.now().getTime();
  const range = { from: new Date(nowMs - backDays * dayMs), until: new Date(nowMs + aheadDays * dayMs) };
  const rows = await listOwnEventRows(ctx.db, { userId, ...range, limit: most });
  return rows.map(({ id, title, location, startsAt, endsAt, startsOn, endsOn, isBusy }) => ({
    ...{ kind: 'event' as const, id, title, location, from: startsAt, until: endsAt, isBusy },
    days: startsOn !== null && endsOn !== null ? { from: startsOn, until: endsOn } : null,
  }));
}

async function gatherTasks(ctx: Context, userId: string): Promise<CalendarEntry[]> {
  const mine = { viewer: userId, assigneeId: userId, partyId: null, isDone: false, after: null };
  const rows = await listTaskRows(ctx.db, { ...mine, before: someday, limit: most });
  return rows.flatMap((row) => {
    if (row.dueOn === null) return [];
    const at = row.dueTime === null ? null : (row.snoozedUntil ?? row.sortAt);
    const { id, title, partyName: party, note } = row;
    return [{ kind: 'task' as const, id, title, party, note, on: row.dueOn, at }];
  });
}

async function gatherPromises(ctx: Context, userId: string, colleague: string | null): Promise<CalendarEntry[]> {
  const rows = await listPromiseRows(ctx.db, { viewer: userId, partyId: null, open: true, after: null, limit: most });
  return rows.flatMap((row) => {
    if (row.kind !== 'promise' || row.colleagueId !== colleague) return [];
    const byUs = row.owedBy === row.ourSide;
    return [{ kind: 'promise' as const, id: row.id, text: row.text, party: row.partyName, byUs, at: row.dueAt }];
  });
}

/** Full (1980-05-17), or without a year (--05-17). */
const birthdayForm = /^(?:(\d{4})|-)-(\d{2})-(\d{2})$/;

async function gatherBirthdays(ctx: Context, userId: string): Promise<CalendarEntry[]> {
  const rows = await listBirthdays(ctx.db, { userId, limit: most });
  return rows.flatMap(({ partyId, name, birthday }) => {
    const [, year, month, day] = birthdayForm.exec(birthday) ?? [];
    if (month === undefined || day === undefined) return [];
    const on = { month: Number(month), day: Number(day), year: year === undefined ? null : Number(year) };
    return [{ kind: 'birthday' as const, id: partyId, name, ...on }];
  });
}

async function gatherContactDays(ctx: Context, userId: string, timeZone: string): Promise<CalendarEntry[]> {
  const now = ctx.now();
  const rules = await listRules(ctx.db, { viewer: userId, userId, partyId: null });
  const ruleIds = rules.map(({ id }) => id);
  const contacts = await listContactsOfRules(ctx.db, { ruleIds, viewer: userId, partyId: null, now, limit: most });
  const until = new Date(now.getTime() + aheadDays * dayMs);
  const quiet = await listQuietDays(ctx.db, { userId, from: now, until, limit: most });
  const kept = new Set(contacts.map(({ partyId }) => partyId));
  return [
    ...contacts
      .filter(({ heldBack }) => heldBack === null)
      .map(({ partyId, partyName, dueAt }) => {
        const at = Math.max(dueAt.getTime(), now.getTime());
        return { kind: 'keep-in-touch' as const, id: partyId, name: partyName, on: dateAt(at, timeZone) };
      }),
    // Where one already keeps in touch, one date is enough.
    ...quiet
      .filter(({ partyId }) => !kept.has(partyId))
      .map(({ partyId, name, at }) => ({
        kind: 'quiet' as const,
        id: partyId,
        name,
        on: dateAt(at.getTime(), timeZone),
      })),
  ];
}
