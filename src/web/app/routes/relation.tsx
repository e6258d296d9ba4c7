import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { Relation } from '../../features/relation/relation.tsx';
import type { RelationPlace } from '../../features/relation/relation-place.ts';

export const route = createLazyRoute('/frame/relations/$partyId')({ component: RelationPage });

function RelationPage() {
  const { partyId } = route.useParams();
  const place = route.useSearch();
  const navigate = useNavigate();
  const change = (next: RelationPlace) =>
    void navigate({
      to: '/relations/$partyId',
      params: { partyId },
      search: next,
      replace: next.tab === place.tab && next.tie === place.tie,
      resetScroll: false,
    });
  return <Relation key={partyId} partyId={partyId} place={place} onPlace={change} />;
}
