/** The brief of a meeting: of everybody who comes from elsewhere. */
import type { AgendaEvent } from '#contract/agenda.ts';
import type { Brief } from '#contract/briefs.ts';
import { getEvent } from '../agenda/list-events.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { getBrief } from './get-brief.ts';

/** More one cannot read before a meeting. */
const mostPeople = 8;

export async function briefEvent(
  ctx: Context,
  input: { eventId: string },
): Promise<{ event: AgendaEvent; briefs: Brief[] }> {
  const event = await getEvent(ctx, input);
  const people = event.organiser ? [event.organiser, ...event.people] : event.people;
  const ids = people.flatMap(({ party, isOurs, answer }) => (party && !isOurs && answer !== 'no' ? [party.id] : []));
  const briefs: Brief[] = [];
  for (const partyId of [...new Set(ids)].slice(0, mostPeople)) {
    // Who was taken away a moment ago is left out.
    const brief = await getBrief(ctx, { partyId }).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not-found') return null;
      throw error;
    });
    if (brief) briefs.push(brief);
  }
  return { event, briefs };
}
