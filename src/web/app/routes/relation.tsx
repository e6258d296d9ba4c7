import { createLazyRoute, useLocation, useNavigate } from '@tanstack/react-router';
import { Relation } from '../../features/relation/relation.tsx';
import type { RelationPlace } from '../../features/relation/relation-place.ts';
import { ListWalk } from '../../features/relations/list-walk.tsx';

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
      // The list one came from stays known.
      state: true,
    });
  const list = useLocation({ select: ({ state }) => state.list ?? null });
  const go = (next: string) =>
    void navigate({
      to: '/relations/$partyId',
      params: { partyId: next },
      search: place.tab ? { tab: place.tab } : {},
      state: true,
    });
  return (
    <>
      <ListWalk partyId={partyId} list={list} onGo={go} />
      <Relation key={partyId} partyId={partyId} place={place} onPlace={change} />
    </>
  );
}
