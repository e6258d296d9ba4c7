import { createLazyRoute } from '@tanstack/react-router';
import { HookPage } from '../../features/hooks/hook-page.tsx';

export const route = createLazyRoute('/frame/hooks/$hookId')({ component: OneHook });

function OneHook() {
  const { hookId } = route.useParams();
  return <HookPage key={hookId} hookId={hookId} />;
}
