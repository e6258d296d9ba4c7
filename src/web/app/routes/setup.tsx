import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { Setup } from '../../features/setup/setup.tsx';

export const route = createLazyRoute('/setup')({ component: SetupPage });

function SetupPage() {
  const { token } = route.useSearch();
  const navigate = useNavigate();
  return <Setup token={token ?? ''} onDone={() => void navigate({ to: '/welcome' })} />;
}
