import { createLazyRoute, useNavigate, useRouter } from '@tanstack/react-router';
import type { ListState } from '../../api/list-queries.ts';
import { Relations } from '../../features/relations/relations.tsx';

export const route = createLazyRoute('/frame/relations')({ component: RelationsPage });

function RelationsPage() {
  const list = route.useSearch();
  const navigate = useNavigate();
  const router = useRouter();
  const change = (next: ListState) => {
    // Typing asks a moment later; who has opened a relation by then must not be called back to the list.
    if (router.latestLocation.pathname !== '/relations') return;
    void navigate({ to: '/relations', search: next, replace: true });
  };
  const open = (partyId: string) => void navigate({ to: '/relations/$partyId', params: { partyId }, search: {} });
  return <Relations list={list} onList={change} onOpen={open} />;
}
