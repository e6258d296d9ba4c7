/** Plans it, or sends what was changed of it; two people's changes of one event go together. */
import { useQuery } from '@tanstack/react-query';
import type { AgendaEvent } from '#contract/agenda.ts';
import { agendaQueries } from '../../api/agenda-queries.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { saveMerged } from '../../ui/changes/clash.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useEntered } from '../../ui/use-entered.ts';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import type { EventDraft } from './event-draft.ts';
import { type Guest, keyOf } from './people-field.tsx';
import { agendaTouches, type Times } from './use-event-acts.ts';

interface Save {
  readonly draft: EventDraft;
  readonly times: Times;
}

export function useSaveEvent({ event: shown, onSaved }: { event: AgendaEvent | undefined; onSaved: () => void }) {
  const event = useEntered(shown);
  const agenda = useAgendaWords();
  const { sayDone } = useUndoRecord();
  const calendars = useQuery(agendaQueries.calendars());
  return useAct({
    run: ({ draft, times }: Save): Promise<AgendaEvent> => {
      if (event) return change(event, draft, times);
      const own = calendars.data?.items.filter(({ isWritable }) => isWritable) ?? [];
      const calendarId = draft.calendarId ?? own[1]?.id ?? 'own';
      return api.agenda.create({ ...nothing, body: { ...bodyOf(draft, times), calendarId }, headers: newKey() });
    },
    touches: agendaTouches,
    isQuiet: true,
    onDone: (saved) => {
      sayDone(event ? agenda.changed(saved.title) : agenda.planned(saved.title), saved.id);
      onSaved();
    },
  });
}

function bodyOf(draft: EventDraft, { startsAt, endsAt, startsOn, endsOn }: Times) {
  return {
    title: draft.title.trim(),
    location: draft.location.trim() || null,
    description: draft.description.trim() || null,
    isPrivate: draft.isPrivate,
    ...(startsOn === null ? { startsAt, endsAt } : { startsOn, endsOn }),
    people: draft.guests.flatMap(personOf),
  };
}

function personOf({ partyId, address }: Guest): ({ partyId: string } | { address: string })[] {
  if (partyId !== null) return [{ partyId }];
  return address === null ? [] : [{ address }];
}

/** What changed goes, nothing else. */
function change(event: AgendaEvent, draft: EventDraft, times: Times): Promise<AgendaEvent> {
  const { title, location, description, isPrivate, people } = bodyOf(draft, times);
  const were = event.people.map(({ party, address }) => party?.id ?? address ?? '').sort();
  const isMoved =
    times.startsAt !== event.startsAt || times.endsAt !== event.endsAt || times.startsOn !== event.startsOn;
  const { startsAt, endsAt, startsOn, endsOn } = times;
  const wasWhole = event.startsOn !== null;
  const moment = { startsAt, endsAt, ...(wasWhole && { startsOn: null, endsOn: null }) };
  const body = {
    ...(title !== event.title && { title }),
    ...(location !== event.location && { location }),
    ...(description !== event.description && { description }),
    ...(isPrivate !== event.isPrivate && { isPrivate }),
    ...(isMoved && (startsOn === null ? moment : { startsOn, endsOn })),
    ...(JSON.stringify(draft.guests.map(keyOf).sort()) !== JSON.stringify(were) && { people }),
  };
  return saveMerged({
    body,
    version: event.version,
    send: (left, version) => {
      const headers = { ...newKey(), ...ifMatch(version) };
      return api.agenda.update({ ...nothing, params: { eventId: event.id }, body: left, headers });
    },
  });
}
