import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { Agenda, type AgendaPlace } from '../../features/agenda/agenda.tsx';

export const route = createLazyRoute('/frame/agenda')({ component: AgendaPage });

function AgendaPage() {
  const place = route.useSearch();
  const navigate = useNavigate();
  const change = (next: AgendaPlace) => void navigate({ to: '/agenda', search: next });
  return <Agenda key={place.with ?? 'agenda'} place={place} onPlace={change} />;
}
