import { Button, Progress } from '@mantine/core';
import type { ImportRun } from '#contract/imports.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useImportWords } from '../../ui/words-of/imports.ts';
import classes from './imports.module.css';
import { useImportActs } from './use-import-acts.ts';

/** What is done, what is left and how long; it can be left and found again. */
export function Running({ run }: { run: ImportRun }) {
  const { words, formats } = useSpoken();
  const { imports } = useImportWords();
  const { running } = imports;
  const { cancel } = useImportActs(run.id);
  const share = run.totalBytes === 0 ? 0 : Math.min(100, (run.doneBytes / run.totalBytes) * 100);
  const done = running.done(formats.bytes(run.doneBytes), formats.bytes(run.totalBytes));
  return (
    <div className={classes.stage}>
      <Progress value={share} aria-label={running.title} animated size="lg" />
      <p aria-live="polite">
        {done} · {running.read(formats.number(run.counts.read))}
        {run.secondsLeft !== null && ` · ${running.left(words.durations.left(run.secondsLeft))}`}
      </p>
      <p className="soft">{running.leave}</p>
      <div>
        <Button
          variant="default"
          disabled={run.status === 'cancelling'}
          loading={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {running.cancel}
        </Button>
      </div>
    </div>
  );
}
