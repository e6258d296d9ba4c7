import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ImportRun } from '#contract/imports.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useImportProblems } from '../../ui/words-of/import-problems.ts';
import { useImportWords } from '../../ui/words-of/imports.ts';
import classes from './imports.module.css';
import { sayProblem } from './problems.tsx';
import { UndoImport } from './undo-import.tsx';
import { useImportActs } from './use-import-acts.ts';

/** Stopped by hand or halted: what came in stays; go on, or take it out. */
export function Stopped({ run }: { run: ImportRun }) {
  const { formats } = useSpoken();
  const { imports } = useImportWords();
  const problems = useImportProblems();
  const { start } = useImportActs(run.id);
  // What could not even be looked at has nothing to go on with.
  const canGoOn = run.preview !== null;
  return (
    <div className={classes.stage}>
      <p>
        {run.status === 'failed' ? imports.failed : imports.running.cancelled}{' '}
        {run.problem && sayProblem(run.problem, { problems, problemUnknown: imports.problemUnknown })}
      </p>
      {run.counts.stored > 0 && <p>{imports.done.stored(formats.number(run.counts.stored))}.</p>}
      <div className={classes.acts}>
        {canGoOn ? (
          <Button loading={start.isPending} onClick={() => start.mutate({})}>
            {imports.running.resume}
          </Button>
        ) : (
          <Button component={Link} to="/import">
            {imports.choose}
          </Button>
        )}
        {run.counts.stored > 0 && <UndoImport importId={run.id} />}
      </div>
    </div>
  );
}
