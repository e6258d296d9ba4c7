import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../ui/words.tsx';
import { useImportWords } from '../../ui/words-of/imports.ts';
import { Candidate } from './candidate.tsx';
import classes from './triage.module.css';
import { useTriage } from './use-triage.ts';

/** Who of these is a customer? One relation at a time, one key each. */
export function Triage() {
  const { triage } = useImportWords();
  const asked = useQuery(queries.triage());
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  return asked.data.items.length === 0 ? (
    <Placed title={triage.title} text={triage.emptyText} />
  ) : (
    <Round key={asked.dataUpdatedAt} items={asked.data.items} onNextRound={() => void asked.refetch()} />
  );
}

interface RoundProps {
  readonly items: Parameters<typeof useTriage>[0];
  readonly onNextRound: () => void;
}

function Round({ items, onNextRound }: RoundProps) {
  const { triage } = useImportWords();
  const { shell } = useWords();
  const { at, candidate, left, isSaving, decide, skip, goBack } = useTriage(items);
  const hasMore = left !== null && left > 0;
  // Everybody has a place once the last answer is saved, not before.
  if (!candidate && isSaving) {
    return <Progress value={100} aria-label={triage.progress(items.length, items.length)} color="gray" />;
  }
  if (!candidate) {
    return (
      <Placed title={triage.doneTitle} text={triage.doneText}>
        {hasMore && (
          <Button variant="default" onClick={onNextRound}>
            {shell.loadMore} ({triage.left(left)})
          </Button>
        )}
      </Placed>
    );
  }
  return (
    <div className={classes.page}>
      <PageHead title={triage.question(items.length)} lead={triage.lead} />
      <div className={classes.progress}>
        <Progress value={(at / items.length) * 100} aria-label={triage.progress(at, items.length)} color="gray" />
        <span className="soft small">{triage.left(items.length - at)}</span>
      </div>
      <Candidate key={candidate.id} candidate={candidate} onDecide={decide} />
      <div className={classes.around}>
        <Button variant="default" onClick={goBack} disabled={at === 0}>
          {triage.undo}
        </Button>
        <Button variant="default" onClick={skip}>
          {triage.skip}
        </Button>
      </div>
      <p className="soft small">{triage.keysHint}</p>
      <p className="soft small">{triage.privateMeans}</p>
    </div>
  );
}

function Placed({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  const { triage } = useImportWords();
  return (
    <div className={classes.page}>
      <PageHead title={title} lead={text} />
      <div className={classes.around}>
        <Button component={Link} to="/">
          {triage.toToday}
        </Button>
        {children}
      </div>
    </div>
  );
}
