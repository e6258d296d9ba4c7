import { createLazyRoute } from '@tanstack/react-router';
import { RelationBrief } from '../../features/relation/relation-brief.tsx';

export const route = createLazyRoute('/frame/relations/$partyId/brief')({ component: Page });

function Page() {
  return <RelationBrief partyId={route.useParams().partyId} />;
}
