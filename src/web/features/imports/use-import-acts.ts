import { useQueryClient } from '@tanstack/react-query';
import type { ImportRun } from '#contract/imports.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';

/** Start, stop and undo; each answers with the import as it then is. */
export function useImportActs(importId: string) {
  const cache = useQueryClient();
  const params = { importId };
  const keep = (run: ImportRun) => {
    cache.setQueryData(queries.importRun(importId).queryKey, run);
    void cache.invalidateQueries({ queryKey: ['imports'] });
  };
  const start = useAct({
    run: (body: { ownAddresses?: string[] }) => api.imports.start({ ...nothing, params, body, headers: newKey() }),
    onDone: keep,
  });
  const setColumns = useAct({
    run: (columns: Record<string, string>) =>
      api.imports.columns({ ...nothing, params, body: { columns }, headers: newKey() }),
    onDone: keep,
  });
  const cancel = useAct({
    run: () => api.imports.cancel({ ...nothing, params, headers: newKey() }),
    onDone: keep,
  });
  const undo = useAct({
    run: () => api.imports.undo({ ...nothing, params, headers: newKey() }),
    onDone: keep,
  });
  return { start, setColumns, cancel, undo };
}
