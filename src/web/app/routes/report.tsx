import { createLazyRoute } from '@tanstack/react-router';
import { ReportPage } from '../../features/reports/report-page.tsx';

export const route = createLazyRoute('/frame/reports/$reportId')({ component: Page });

function Page() {
  const { reportId } = route.useParams();
  return <ReportPage key={reportId} reportId={reportId} />;
}
