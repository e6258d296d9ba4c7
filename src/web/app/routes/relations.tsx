import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import type { PartyFilter } from '../../api/queries.ts';
import { Relations } from '../../features/relations/relations.tsx';

export const route = createLazyRoute('/frame/relations')({ component: RelationsPage });

function RelationsPage() {
  const filter = route.useSearch();
  const navigate = useNavigate();
  const change = (next: PartyFilter) => void navigate({ to: '/relations', search: next, replace: true });
  const open = (partyId: string) => void navigate({ to: '/relations/$partyId', params: { partyId }, search: {} });
  return <Relations filter={filter} onFilter={change} onOpen={open} />;
}
