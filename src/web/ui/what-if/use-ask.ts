import { useQueryClient } from '@tanstack/react-query';
import type { WhatIfRun } from '#contract/what-if-runs.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { whatIfQueries } from '../../api/what-if-queries.ts';
import type { Asking } from './question-draft.ts';

/** Asks, and keeps the answer where its page reads it. */
export function useAsk(onDone: (run: WhatIfRun) => void) {
  const cache = useQueryClient();
  return useAct({
    run: (body: Asking) => api.whatIfRuns.create({ ...nothing, body, headers: newKey() }),
    touches: [['what-if', 'past'], ['changes']],
    onDone: (run) => {
      cache.setQueryData(whatIfQueries.run(run.id).queryKey, run);
      onDone(run);
    },
  });
}
