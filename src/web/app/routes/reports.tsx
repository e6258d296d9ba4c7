import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { Reports, type ReportsPlace } from '../../features/reports/reports.tsx';

export const route = createLazyRoute('/frame/reports')({ component: ReportsPage });

function ReportsPage() {
  const place = route.useSearch();
  const navigate = useNavigate();
  const change = (next: ReportsPlace) => void navigate({ to: '/reports', search: next, replace: true });
  return <Reports place={place} onPlace={change} />;
}
