/** What to know before one speaks to somebody: who they are, what is open, what changed, and one thing to say. */
import type { Brief } from '#contract/briefs.ts';
import type { Party } from '#contract/parties.ts';
import { type BriefAsk, findLastContact } from '#store/briefs.ts';
import { pageNotes } from '#store/notes.ts';
import { userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { getParty } from '../parties/get-party.ts';
import { listPartyHistory } from '../parties/year-line.ts';
import { dateAt, dayNumberOfDate } from '../tasks/task-dates.ts';
import { chooseWords, type Known } from './choose-words.ts';
import { gatherOpen } from './gather-open.ts';

const dayMs = 86_400_000;
const mostNotes = 3;
const noteLength = 400;
/** What is written down of a contact is often written the day before it was booked as one. */
const noteGraceMs = dayMs;

export async function getBrief(ctx: Context, input: { partyId: string }): Promise<Brief> {
  const party = await getParty(ctx, input);
  const { timeZone } = await getFirm(ctx.db);
  const now = ctx.now();
  const viewerPartyId = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
  const ask = { partyId: party.id, viewer: userOf(ctx.actor), viewerPartyId, now };
  const today = dateAt(now.getTime(), timeZone);
  const last = await findLastContact(ctx.db, ask);
  const known: Known = {
    ...describePerson(party, today),
    figures: await compareFigures(ctx, party, last?.at ?? null),
    lastContact: last ? { ...last, at: last.at.toISOString() } : null,
    keptLine: party.keptLine && { text: party.keptLine.text, at: party.keptLine.at },
    notes: await gatherNotes(ctx, ask, last?.at ?? null),
    open: await gatherOpen(ctx.db, ask),
  };
  return { ...known, say: chooseWords(known, { nowMs: now.getTime(), today }) };
}

function describePerson(party: Party, today: string) {
  const job = party.relations.find(
    ({ typeKey, isForward, untilOn }) => typeKey === 'works-at' && isForward && untilOn === null,
  );
  return {
    party: { id: party.id, name: party.name, kind: party.kind },
    jobTitle: job?.title ?? party.jobTitle,
    employer: job ? { id: job.other.id, name: job.other.name } : null,
    formOfAddress: party.formOfAddress,
    salutation: party.salutation,
    pronouns: party.pronouns,
    contactWish: party.contactWish,
    preferences: party.preferences,
    birthdayOn: party.birthday === null ? null : nextBirthday(party.birthday, today),
  };
}

/** The nearest one, yesterday's among them; 29 February comes on 1 March in other years. */
function nextBirthday(birthday: string, today: string): string | null {
  const [, month, day] = /(\d{2})-(\d{2})$/.exec(birthday) ?? [];
  if (month === undefined || day === undefined) return null;
  const year = Number(today.slice(0, 4));
  const dates = [year - 1, year, year + 1].map((one) =>
    new Date(Date.UTC(one, Number(month) - 1, Number(day))).toISOString().slice(0, 10),
  );
  return dates.find((date) => dayNumberOfDate(date) >= dayNumberOfDate(today) - 1) ?? null;
}

async function compareFigures(ctx: Context, party: Party, lastAt: Date | null): Promise<Brief['figures']> {
  if (!party.figures) return null;
  const { status, alarm, bond, gapDays } = party.figures;
  const { points } = lastAt === null ? { points: [] } : await listPartyHistory(ctx, { partyId: party.id });
  const day = lastAt?.toISOString().slice(0, 10) ?? '';
  const then = points.findLast(({ weekStart }) => weekStart <= day);
  return { status, alarm, bond, bondThen: then?.bond ?? null, gapDays };
}

async function gatherNotes(ctx: Context, ask: BriefAsk, lastAt: Date | null): Promise<Brief['notes']> {
  const { partyId, viewer } = ask;
  const rows = await pageNotes(ctx.db, { partyId, viewer, after: null, limit: mostNotes });
  const since = (lastAt?.getTime() ?? 0) - noteGraceMs;
  return rows
    .filter(({ createdAt }) => createdAt.getTime() >= since)
    .map((row) => {
      return {
        id: row.id,
        text: row.plainText.slice(0, noteLength),
        at: row.createdAt.toISOString(),
        by: row.authorName,
      };
    });
}
