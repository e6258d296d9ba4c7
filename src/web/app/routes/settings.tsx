import { createLazyRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { Settings } from '../../features/settings/settings.tsx';

const HookList = lazy(() =>
  import('../../features/hooks/hook-list.tsx').then((loaded) => ({ default: loaded.HookList })),
);

export const route = createLazyRoute('/frame/settings/$section')({ component: SettingsPage });

function SettingsPage() {
  const { section } = route.useParams();
  return <Settings section={section} hooks={<HookList />} />;
}
