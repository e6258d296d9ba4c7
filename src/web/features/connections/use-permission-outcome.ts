/** Back from a provider: what came of it is said once, and leaves the address bar. */
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import type { ConnectionProblem } from '#contract/connection-kinds.ts';
import type { OAuthOutcome } from '#contract/oauth.ts';
import { useConnectionWords } from '../../ui/words-of/connections.ts';

export function usePermissionOutcome(): void {
  const connections = useConnectionWords();
  useEffect(() => {
    const search = new URLSearchParams(window.location.search);
    const outcome = search.get('permission');
    if (outcome === null) return;
    window.history.replaceState(window.history.state, '', window.location.pathname);
    const { outcomes } = connections.permission;
    if (!(outcome in outcomes)) return;
    const problem = search.get('problem') ?? '';
    const why = problem in connections.problems ? ` ${connections.problems[problem as ConnectionProblem].is}` : '';
    const isGiven = outcome === 'given';
    notifications.show({
      id: 'permission',
      message: `${outcomes[outcome as OAuthOutcome]}${why}`,
      autoClose: isGiven ? 6_000 : 15_000,
      ...(isGiven ? {} : { color: 'red' }),
    });
  }, [connections]);
}
