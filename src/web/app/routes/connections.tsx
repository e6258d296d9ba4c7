import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { queries } from '../../api/queries.ts';
import { Connections } from '../../features/connections/connections.tsx';
import { usePermissionOutcome } from '../../features/connections/use-permission-outcome.ts';

export const route = createLazyRoute('/frame/connections')({ component: ConnectionsPage });

function ConnectionsPage() {
  const { data: me } = useQuery(queries.me());
  usePermissionOutcome();
  return me ? <Connections user={me.user} /> : null;
}
