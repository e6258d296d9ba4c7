import { Button, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { type ReportState, reportQueries } from '../../api/report-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { ReportList } from '../../ui/reports/report-list.tsx';
import classes from '../../ui/reports/reports.module.css';
import { useWords } from '../../ui/words.tsx';
import { useReportWords } from '../../ui/words-of/reports.ts';

const NewReport = lazy(() =>
  import('../../ui/reports/new-report.tsx').then((loaded) => ({ default: loaded.NewReport })),
);

export interface ReportsPlace {
  readonly state?: Exclude<ReportState, 'open'>;
}

interface Props {
  readonly place: ReportsPlace;
  readonly onPlace: (place: ReportsPlace) => void;
}

const states: readonly ReportState[] = ['open', 'waiting', 'due', 'done'];

/** Who still waits for us, and what became of the rest. */
export function Reports({ place, onPlace }: Props) {
  const words = useReportWords();
  const { shell } = useWords();
  const [isWriting, setWriting] = useState(false);
  const shown = place.state ?? 'open';
  const asked = useInfiniteQuery(reportQueries.list(shown));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={classes.page}>
      <PageHead title={words.title} lead={words.lead}>
        <Button variant="default" onClick={() => setWriting(true)}>
          {words.write}
        </Button>
      </PageHead>
      <div className={classes.states} role="group" aria-label={words.stateLabel}>
        {states.map((state) => (
          <UnstyledButton
            key={state}
            aria-pressed={state === shown}
            onClick={() => onPlace(state === 'open' ? {} : { state })}
          >
            {words.states[state]}
          </UnstyledButton>
        ))}
      </div>
      {asked.isSuccess && items.length === 0 && <p className={classes.empty}>{words.empty[shown]}</p>}
      <ReportList reports={items} isWholePage />
      <div className={classes.foot}>
        {asked.hasNextPage && (
          <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {shell.loadMore}
          </Button>
        )}
        {items.length > 0 && <p className="soft small">{words.keys}</p>}
      </div>
      <Suspense>{isWriting && <NewReport onClose={() => setWriting(false)} />}</Suspense>
    </div>
  );
}
