import { Button, Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ImportRun } from '#contract/imports.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useImportWords } from '../../ui/words-of/imports.ts';
import { Findings } from './findings.tsx';
import type { Stage } from './import-stage.ts';
import classes from './imports.module.css';
import { countFromPeople } from './people-count.ts';
import { UndoImport } from './undo-import.tsx';
import { useImportActs } from './use-import-acts.ts';

/** It is in: what was found, one small next step, and the way back. */
export function DoneImport({ run, stage }: { run: ImportRun; stage: Stage }) {
  const { words, formats } = useSpoken();
  const { setup } = words;
  const { imports } = useImportWords();
  const { done } = imports;
  const { start } = useImportActs(run.id);
  const { counts } = run;
  if (stage === 'undoing') {
    return (
      <p className={classes.looking} role="status">
        <Loader size="sm" color="gray" aria-hidden="true" /> {imports.statuses.undoing}
      </p>
    );
  }
  if (stage === 'undone') {
    return (
      <div className={classes.stage}>
        <p>{done.undone}</p>
        <div>
          <Button variant="default" loading={start.isPending} onClick={() => start.mutate({})}>
            {done.again}
          </Button>
        </div>
      </div>
    );
  }
  const told = [
    done.stored(formats.number(countFromPeople(counts))),
    counts.newParties > 0 && done.people(formats.number(counts.newParties)),
    counts.failed > 0 && done.errors(formats.number(counts.failed)),
  ].filter((part) => part !== false);
  return (
    <div className={classes.stage}>
      <p>
        {told.join(' · ')}.{' '}
        {counts.failed > 0 && (
          <a href={`/api/imports/${run.id}/errors.csv`} download>
            {done.errorsFile}
          </a>
        )}
      </p>
      <Findings importId={run.id} />
      <section className={classes.next} aria-labelledby="next">
        <h2 id="next">{setup.nextTitle}</h2>
        <p className="soft">{setup.nextText}</p>
        <div className={classes.acts}>
          <Button component={Link} to="/triage">
            {setup.next}
          </Button>
          <Button component={Link} to="/" variant="default">
            {setup.nextToday}
          </Button>
        </div>
      </section>
      <div className={classes.acts}>
        <UndoImport importId={run.id} />
      </div>
    </div>
  );
}
