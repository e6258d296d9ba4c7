import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { queries } from '../../api/queries.ts';
import { Connections } from '../../features/connections/connections.tsx';

export const route = createLazyRoute('/frame/connections')({ component: ConnectionsPage });

function ConnectionsPage() {
  const { data: me } = useQuery(queries.me());
  return me ? <Connections user={me.user} /> : null;
}
