import { createLazyRoute } from '@tanstack/react-router';
import { Settings } from '../../features/settings/settings.tsx';

export const route = createLazyRoute('/frame/settings/$section')({ component: SettingsPage });

function SettingsPage() {
  const { section } = route.useParams();
  return <Settings section={section} />;
}
