import { useQuery } from '@tanstack/react-query';
import { agendaQueries } from '../../api/agenda-queries.ts';
import { queries } from '../../api/queries.ts';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import type { Guest } from './people-field.tsx';
import type { Times } from './use-event-acts.ts';

/** Which colleagues cannot be there then; of what they do nothing is known. */
export function Busy({ guests, times }: { guests: readonly Guest[]; times: Times | null }) {
  const agenda = useAgendaWords();
  const users = useQuery(queries.users());
  const colleagues = (users.data?.items ?? []).filter(({ partyId }) =>
    guests.some((guest) => guest.partyId === partyId),
  );
  const userIds = colleagues.map(({ id }) => id).join(',');
  const isAsked = times !== null && times.endsAt > times.startsAt;
  const ask = { from: times?.startsAt ?? '', until: times?.endsAt ?? '', userIds: isAsked ? userIds : '' };
  const busy = useQuery(agendaQueries.busy(ask));
  if (ask.userIds === '' || !busy.data) return null;
  const names = colleagues
    .filter(({ id }) => busy.data.items.some((item) => item.userId === id))
    .map(({ name }) => name);
  return (
    <p className="soft small" aria-live="polite">
      {names.length === 0 ? agenda.free : names.map((name) => agenda.busy(name)).join(' ')}
    </p>
  );
}
