import { Button } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Expectation } from '#contract/expectations.ts';
import type { Party } from '#contract/parties.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { ideaQueries } from '../../api/idea-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useExpectationWords } from '../../ui/words-of/expectations.ts';
import { ExpectationForm, expectationTouches } from './expectation-form.tsx';
import classes from './expectations.module.css';

/** Then and now. */
const besideEachOther = 2;
const questions = ['ofUs', 'ofThem', 'changed'] as const;

/** What helps whom, in the words of both; the answers of then beside those of now. */
export function Expectations({ party }: { party: Party }) {
  const words = useExpectationWords();
  /** An id: that one is being changed. */
  const [open, setOpen] = useState<string | null>(null);
  const [isAll, setAll] = useState(false);
  const asked = useInfiniteQuery(ideaQueries.expectations(party.id));
  if (!asked.data) return null;
  const items = asked.data.pages.flatMap((page) => page.items);
  const shown = isAll ? items : items.slice(0, besideEachOther);
  const hasMore = shown.length < items.length || asked.hasNextPage;
  const showMore = () => (isAll ? void asked.fetchNextPage() : setAll(true));
  const close = () => setOpen(null);
  return (
    <section className={classes.part} aria-label={words.title}>
      <div className={classes.head}>
        <div>
          <h3>{words.title}</h3>
          <p className="soft">{items.length === 0 ? words.empty : words.lead}</p>
        </div>
        {open !== 'new' && (
          <Button variant="default" className="noPrint" onClick={() => setOpen('new')}>
            {items.length === 0 ? words.ask : words.askAgain}
          </Button>
        )}
      </div>
      {open === 'new' && <ExpectationForm party={party} was={null} onClose={close} />}
      {items.length > 0 && (
        <ol className={classes.rounds}>
          {shown.map((item) => (
            <li key={item.id} className={classes.round}>
              {open === item.id ? (
                <ExpectationForm party={item.party} was={item} onClose={close} />
              ) : (
                <Round item={item} party={party} onEdit={() => setOpen(item.id)} />
              )}
            </li>
          ))}
        </ol>
      )}
      {hasMore && (
        <div>
          <Button variant="default" loading={asked.isFetchingNextPage} onClick={showMore}>
            {words.earlier}
          </Button>
        </div>
      )}
    </section>
  );
}

function Round({ item, party, onEdit }: { item: Expectation; party: Party; onEdit: () => void }) {
  const { formats } = useSpoken();
  const words = useExpectationWords();
  const { sayDone } = useUndoRecord();
  const remove = useAct({
    run: () => api.expectations.remove({ ...nothing, params: { expectationId: item.id }, headers: newKey() }),
    touches: expectationTouches,
    onDone: () => sayDone(words.removed, item.id),
  });
  const dayOf = (day: string) => formats.date(`${day}T12:00:00Z`);
  const facts = [
    item.party.id === party.id ? null : words.who(item.party.name),
    item.askedBy && words.by(item.askedBy.name),
    item.askAgainOn ? words.againOn(dayOf(item.askAgainOn)) : words.notAgain,
  ].filter((fact) => fact !== null);
  const day = dayOf(item.askedOn);
  return (
    <>
      <div className={classes.roundHead}>
        <p className={classes.when}>{day}</p>
        <LazyMenu
          label={words.more(day)}
          className={`${classes.more} noPrint`}
          parts={[
            {
              choices: [
                { label: words.change, onChoose: onEdit },
                { label: words.remove, onChoose: () => remove.mutate() },
              ],
            },
          ]}
        >
          <IconDots size={18} aria-hidden="true" />
        </LazyMenu>
      </div>
      <dl className={classes.answers}>
        {questions.map((question) => (
          <div key={question}>
            <dt>{words.questions[question]}</dt>
            <dd className={item[question] === null ? 'soft' : undefined}>{item[question] ?? words.unanswered}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </>
  );
}
