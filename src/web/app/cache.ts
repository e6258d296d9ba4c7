/** One cache for what was read; an answer that will not change by asking again is not asked again. */
import { QueryClient } from '@tanstack/react-query';
import { apiErrorOf } from '#contract/client.ts';

export const cache = new QueryClient({
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
