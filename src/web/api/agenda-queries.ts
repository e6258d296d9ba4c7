/** What is read of agendas and briefs. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AgendaEvent } from '#contract/agenda.ts';
import { api, nothing } from './client.ts';

interface Range {
  readonly from: string;
  readonly until: string;
}

/** Page after page: a month of a busy agenda is more than one. */
async function listAll(range: Range, signal: AbortSignal): Promise<AgendaEvent[]> {
  const items: AgendaEvent[] = [];
  let cursor: string | null = null;
  do {
    const query: Parameters<typeof api.agenda.list>[0]['query'] = { ...range, limit: '200', ...(cursor && { cursor }) };
    const page = await api.agenda.list({ ...nothing, query }, { signal });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

export const agendaQueries = {
  list: (range: Range) =>
    queryOptions({
      queryKey: ['agenda', 'list', range],
      queryFn: ({ signal }) => listAll(range, signal),
      placeholderData: keepPreviousData,
    }),
  /** What comes of a relation, the nearest first. */
  upcoming: (partyId: string, range: Range) =>
    queryOptions({
      queryKey: ['agenda', 'party', partyId],
      queryFn: () => api.agenda.list({ ...nothing, query: { ...range, partyId, limit: '3' } }),
    }),
  event: (eventId: string) =>
    queryOptions({
      queryKey: ['agenda', 'event', eventId],
      queryFn: () => api.agenda.get({ ...nothing, params: { eventId } }),
    }),
  brief: (eventId: string) =>
    queryOptions({
      queryKey: ['agenda', 'brief', eventId],
      queryFn: () => api.agenda.brief({ ...nothing, params: { eventId } }),
    }),
  briefOf: (partyId: string) =>
    queryOptions({
      queryKey: ['party', partyId, 'brief'],
      queryFn: () => api.parties.brief({ ...nothing, params: { partyId } }),
    }),
  busy: (ask: Range & { userIds: string }) =>
    queryOptions({
      queryKey: ['agenda', 'busy', ask],
      queryFn: () => api.agenda.busy({ ...nothing, query: ask }),
      enabled: ask.userIds !== '',
    }),
  calendars: () => queryOptions({ queryKey: ['agenda', 'calendars'], queryFn: () => api.agenda.calendars(nothing) }),
  settings: () => queryOptions({ queryKey: ['agenda', 'settings'], queryFn: () => api.agenda.settings(nothing) }),
};
