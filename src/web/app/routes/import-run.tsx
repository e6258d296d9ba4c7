import { createLazyRoute } from '@tanstack/react-router';
import { ImportPage } from '../../features/imports/import-page.tsx';

export const route = createLazyRoute('/frame/import/$importId')({ component: ImportRunPage });

function ImportRunPage() {
  const { importId } = route.useParams();
  return <ImportPage key={importId} importId={importId} />;
}
