import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { surveyQueries } from '../../api/survey-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { AnswerDialog } from '../../ui/surveys/answer-dialog.tsx';
import { LinkDialog } from '../../ui/surveys/link-dialog.tsx';
import { SurveyLines } from '../../ui/surveys/survey-lines.tsx';
import classes from '../../ui/surveys/surveys.module.css';
import { useAsk } from '../../ui/surveys/use-ask.ts';
import { useWords } from '../../ui/words.tsx';
import { useSurveyWords } from '../../ui/words-of/surveys.ts';
import { Candidates } from './candidates.tsx';
import { Shares } from './shares.tsx';

/** What all say together, whom one may ask now, whom one leaves in peace, and what was said lately. */
export function Surveys() {
  const words = useSurveyWords();
  const { shell } = useWords();
  const { ask, link, onClose } = useAsk();
  const [told, setTold] = useState<{ id: string; name: string } | null>(null);
  const shares = useQuery(surveyQueries.shares());
  const latest = useInfiniteQuery(surveyQueries.latest());
  const acts = { onAsk: ask.mutate, onTell: setTold };
  if (shares.isError) return <Problem error={shares.error} onRetry={() => void shares.refetch()} />;
  const items = latest.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={classes.page}>
      <PageHead title={words.title} lead={words.lead} />
      {shares.data && <Shares shares={shares.data} />}
      <section aria-label={words.candidates.title}>
        <h2>{words.candidates.title}</h2>
        <Candidates may="true" {...acts} />
      </section>
      <section aria-label={words.latest}>
        <h2>{words.latest}</h2>
        {latest.isSuccess && items.length === 0 && <p className="soft">{words.noneYet}</p>}
        <SurveyLines surveys={items} />
        {latest.hasNextPage && (
          <Button variant="default" loading={latest.isFetchingNextPage} onClick={() => void latest.fetchNextPage()}>
            {shell.loadMore}
          </Button>
        )}
      </section>
      <details>
        <summary>{words.candidates.notTitle}</summary>
        <Candidates may="false" {...acts} />
      </details>
      {link && <LinkDialog link={link} onClose={onClose} />}
      {told && <AnswerDialog party={told} way="in-person" onClose={() => setTold(null)} />}
    </div>
  );
}
