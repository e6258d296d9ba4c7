import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { WhatIfQuestion, WhatIfScope } from '#contract/what-if-runs.ts';
import { listQueries } from '../../api/list-queries.ts';
import { whatIfQueries } from '../../api/what-if-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { QuestionForm } from '../../ui/what-if/question-form.tsx';
import { useAsk } from '../../ui/what-if/use-ask.ts';
import { useWhatIfWords } from '../../ui/words-of/what-if.ts';
import { PastQuestions } from './past-questions.tsx';
import classes from './what-if-page.module.css';

export interface WhatIfPlace {
  readonly run?: string;
  readonly colleague?: string;
}

interface Props {
  readonly place: WhatIfPlace;
  readonly onPlace: (place: WhatIfPlace) => void;
}

const everything = 'everything';
/** Not before something was asked. */
const Answer = lazy(() => import('../../ui/what-if/answer.tsx').then((loaded) => ({ default: loaded.Answer })));

/** A question about the whole firm or a list of it; the answer, and what was asked before. */
export function WhatIfPage({ place, onPlace }: Props) {
  const said = useWhatIfWords();
  const { data: views } = useQuery(listQueries.views());
  const [viewId, setViewId] = useState(everything);
  const [asOn, setAsOn] = useState('');
  const ask = useAsk((run) => onPlace({ run: run.id }));
  const lists = (views?.items ?? []).filter(({ definition }) => definition.filter !== undefined);
  const filter = lists.find(({ id }) => id === viewId)?.definition.filter;
  const scope: WhatIfScope = filter ? { kind: 'segment', filter } : { kind: 'everything' };
  const send = (question: WhatIfQuestion) => ask.mutate({ question, scope, ...(asOn && { asOn }) });
  return (
    <div className={classes.page}>
      <PageHead title={said.title} lead={said.lead} />
      <QuestionForm key={place.colleague ?? ''} colleagueId={place.colleague} isAsking={ask.isPending} onAsk={send}>
        {lists.length > 0 && (
          <NativeSelect
            label={said.about}
            value={viewId}
            data={[
              { value: everything, label: said.everything },
              ...lists.map(({ id, name }) => ({ value: id, label: said.list(name) })),
            ]}
            onChange={(event) => setViewId(event.currentTarget.value)}
          />
        )}
        <TextInput
          type="date"
          className={classes.asOn ?? ''}
          label={said.asOn}
          value={asOn}
          onChange={(event) => setAsOn(event.currentTarget.value)}
        />
      </QuestionForm>
      {place.run !== undefined && <Run key={place.run} runId={place.run} />}
      <PastQuestions shownId={place.run} />
    </div>
  );
}

function Run({ runId }: { runId: string }) {
  const asked = useQuery(whatIfQueries.run(runId));
  const top = useRef<HTMLDivElement>(null);
  const isHere = asked.data !== undefined;
  // What was asked for stands below the form: it comes into sight.
  useEffect(() => {
    if (isHere) top.current?.scrollIntoView({ block: 'start' });
  }, [isHere]);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  return (
    <div ref={top} className={classes.run}>
      <Suspense>
        <Answer run={asked.data} />
      </Suspense>
    </div>
  );
}
