/** One cache for what was read; an answer that will not change by asking again is not asked again. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { apiErrorOf } from '#contract/client.ts';
import { isSignedOut } from '../api/failure.ts';

export const cache = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (!isSignedOut(error)) return;
      // The session ended elsewhere: sign in again, and come back to this very page.
      const here = window.location.pathname + window.location.search;
      window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => {
        const status = apiErrorOf(error)?.status ?? 0;
        return (status === 0 || status >= 500) && count < 2;
      },
    },
  },
});
