import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { queries } from '../../api/queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useImportWords } from '../../ui/words-of/imports.ts';
import { DoneImport } from './done-import.tsx';
import { isBusy, stageOf } from './import-stage.ts';
import classes from './imports.module.css';
import { Looking } from './looking.tsx';
import { Preview } from './preview.tsx';
import { Running } from './running.tsx';
import { Stopped } from './stopped.tsx';

/** One import from looking to done; leaving the page stops nothing. */
export function ImportPage({ importId }: { importId: string }) {
  const { imports } = useImportWords();
  const cache = useQueryClient();
  const asked = useQuery({
    ...queries.importRun(importId),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data.status) ? 1000 : false),
  });
  const run = asked.data;
  const stage = run ? stageOf(run) : null;
  const before = useRef(stage);
  useEffect(() => {
    // What it brought or took away is now on every other page too.
    if (before.current !== stage && (stage === 'done' || stage === 'undone' || stage === 'stopped')) {
      for (const name of ['me', 'parties', 'today', 'triage', 'sources'])
        void cache.invalidateQueries({ queryKey: [name] });
    }
    before.current = stage;
  }, [stage, cache]);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!run || !stage) return null;
  return (
    <div className={classes.page}>
      <p className="soft small">
        <Link to="/import">{imports.title}</Link>
      </p>
      <PageHead title={run.fileName} lead={imports.statuses[run.status]} />
      {stage === 'looking' && <Looking />}
      {stage === 'ready' && <Preview run={run} />}
      {stage === 'running' && <Running run={run} />}
      {stage === 'stopped' && <Stopped run={run} />}
      {(stage === 'done' || stage === 'undoing' || stage === 'undone') && <DoneImport run={run} stage={stage} />}
    </div>
  );
}
