/** Moving and taking out: shown at once, with a way back. */
import { useQueryClient } from '@tanstack/react-query';
import type { AgendaEvent } from '#contract/agenda.ts';
import { agendaQueries } from '../../api/agenda-queries.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import { sayWhen } from './say-when.ts';

export const agendaTouches = [['agenda'], ['party'], ['changes']];

export type Times = Pick<AgendaEvent, 'startsAt' | 'endsAt' | 'startsOn' | 'endsOn'>;

interface Heard {
  readonly onRemoving?: (isRemoving: boolean) => void;
  readonly onRemoved?: () => void;
}

export function useEventActs({ onRemoving, onRemoved }: Heard = {}) {
  const { formats } = useSpoken();
  const agenda = useAgendaWords();
  const cache = useQueryClient();
  const { sayDone } = useUndoRecord();
  const show = (eventId: string, times: Times) => {
    const put = (event: AgendaEvent) => (event.id === eventId ? { ...event, ...times } : event);
    cache.setQueriesData<AgendaEvent[]>({ queryKey: ['agenda', 'list'] }, (list) => list?.map(put));
    cache.setQueryData(agendaQueries.event(eventId).queryKey, (event) => event && put(event));
  };
  const move = useAct({
    run: ({ event, times }: { event: AgendaEvent; times: Times }) => {
      const { startsAt, endsAt, startsOn, endsOn } = times;
      const body = startsOn === null ? { startsAt, endsAt } : { startsOn, endsOn };
      const headers = { ...newKey(), ...ifMatch(event.version) };
      return api.agenda.update({ ...nothing, params: { eventId: event.id }, body, headers });
    },
    touches: agendaTouches,
    line: 'agenda',
    onDone: (event) => sayDone(agenda.moved(event.title, sayWhen(event, formats)), event.id),
    onFailed: () => void cache.invalidateQueries({ queryKey: ['agenda'] }),
  });
  const remove = useAct({
    run: (event: AgendaEvent) =>
      api.agenda.remove({ ...nothing, params: { eventId: event.id }, headers: newKey() }).then(() => event),
    touches: agendaTouches,
    onDone: (event) => {
      sayDone(agenda.removed(event.title), event.id);
      onRemoved?.();
    },
    onFailed: () => onRemoving?.(false),
  });
  return {
    /** Only what is seen; `move` keeps it. */
    show,
    move: (event: AgendaEvent, times: Times) => {
      show(event.id, times);
      move.mutate({ event, times });
    },
    remove: (event: AgendaEvent) => {
      onRemoving?.(true);
      remove.mutate(event);
    },
  };
}
