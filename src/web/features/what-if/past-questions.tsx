import { Button, CloseButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WhatIfRunLine } from '#contract/what-if-runs.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { whatIfQueries } from '../../api/what-if-queries.ts';
import { useUndo } from '../../ui/changes/use-undo.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { sayQuestion } from '../../ui/what-if/say-question.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useWhatIfWords } from '../../ui/words-of/what-if.ts';
import classes from './what-if-page.module.css';

/** What was asked before, to lay beside what happened. */
export function PastQuestions({ shownId }: { shownId: string | undefined }) {
  const { words, formats } = useSpoken();
  const said = useWhatIfWords();
  const { undo } = useUndo();
  const asked = useInfiniteQuery(whatIfQueries.past());
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const { shell } = words;
  const remove = useAct({
    run: ({ id }: WhatIfRunLine) => api.whatIfRuns.remove({ ...nothing, params: { runId: id }, headers: newKey() }),
    touches: [['what-if', 'past'], ['changes']],
    onDone: () => showUndo({ message: said.past.removed, label: shell.undo, close: shell.close, onUndo: () => undo() }),
  });
  return (
    <section className={classes.past} aria-label={said.past.title}>
      <h2>{said.past.title}</h2>
      {asked.isSuccess && items.length === 0 && <p className="soft">{said.past.empty}</p>}
      <ul className={classes.lines}>
        {items.map((run) => {
          const what = sayQuestion(run, { said, formats });
          return (
            <li key={run.id} className={classes.line}>
              <Link
                data-supposed=""
                to="/what-if"
                search={{ run: run.id }}
                aria-current={run.id === shownId ? 'true' : undefined}
              >
                {what}
              </Link>
              <span className="soft small">
                {said.past.line(run.totals.hurt, formats.date(run.asOf), run.by?.name ?? '')}
              </span>
              <CloseButton
                size={24}
                iconSize={12}
                aria-label={said.past.remove(what)}
                onClick={() => remove.mutate(run)}
              />
            </li>
          );
        })}
      </ul>
      {asked.hasNextPage && (
        <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          {said.past.more}
        </Button>
      )}
    </section>
  );
}
