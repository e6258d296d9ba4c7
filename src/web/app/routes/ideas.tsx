import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import type { IdeasPlace } from '../../features/ideas/idea-place.ts';
import { Ideas } from '../../features/ideas/ideas.tsx';

export const route = createLazyRoute('/frame/ideas')({ component: IdeasPage });

function IdeasPage() {
  const place = route.useSearch();
  const navigate = useNavigate();
  const change = (next: IdeasPlace) => void navigate({ to: '/ideas', search: next, replace: true });
  return <Ideas place={place} onPlace={change} />;
}
