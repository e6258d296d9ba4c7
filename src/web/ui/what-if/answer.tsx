import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WhatIfRun } from '#contract/what-if-runs.ts';
import { OpenNumber } from '../numbers/open-number.tsx';
import { useSpoken } from '../words.tsx';
import { useWhatIfWords } from '../words-of/what-if.ts';
import { HurtRow } from './hurt-row.tsx';
import { sayQuestion } from './say-question.ts';
import { TotalsAccount } from './shock-account.tsx';
import { usePlan } from './use-plan.ts';
import classes from './what-if.module.css';

const shownFirst = 12;
const mostPlanned = 5;
/** Fewer than this many on balance is nobody. */
const hardlyAny = 0.5;

/** Whom it would hurt: the sentence first, then the list, most lost on top. */
export function Answer({ run }: { run: WhatIfRun }) {
  const { formats } = useSpoken();
  const said = useWhatIfWords();
  const [isWhole, setWhole] = useState(false);
  const plan = usePlan(run.id);
  const isOne = run.scope === 'party';
  const hurt = isOne ? run.items : run.items.filter((item) => item.isHurt);
  const shown = isWhole ? hurt : hurt.slice(0, shownFirst);
  return (
    <section className={classes.answer} aria-label={sayQuestion(run, { said, formats })}>
      <h2 data-supposed="">{sayQuestion(run, { said, formats })}</h2>
      <Verdict run={run} />
      {run.since && <Since run={run} />}
      {hurt.length > 0 && (
        <ol className={classes.rows}>
          {shown.map((item) => (
            <HurtRow key={item.party.id} item={item} onTask={(one) => plan.mutate([one])} />
          ))}
        </ol>
      )}
      <div className={`${classes.acts} noPrint`}>
        {shown.length < hurt.length && (
          <Button variant="default" onClick={() => setWhole(true)}>
            {said.answer.more(hurt.length - shown.length)}
          </Button>
        )}
        {hurt.length > 1 && (
          <Button variant="default" loading={plan.isPending} onClick={() => plan.mutate(hurt.slice(0, mostPlanned))}>
            {said.tasks.first(Math.min(mostPlanned, hurt.length))}
          </Button>
        )}
      </div>
    </section>
  );
}

function Verdict({ run }: { run: WhatIfRun }) {
  const { formats } = useSpoken();
  const { answer, account } = useWhatIfWords();
  const { totals } = run;
  const isOne = run.scope === 'party';
  const hasAny = totals.hurt > 0;
  const asOf = run.asOf.slice(0, 10) === run.askedAt.slice(0, 10) ? null : answer.asOf(formats.date(run.asOf));
  const leaving =
    totals.leaving < hardlyAny
      ? answer.leavingFew
      : answer.leaving(
          formats.number(totals.leaving, 0),
          formats.number(totals.leavingLow, 0),
          formats.number(totals.leavingHigh, 0),
        );
  const hurt = hasAny ? answer.hurt(formats.number(totals.hurt), formats.number(totals.asked)) : answer.none;
  return (
    <div className={classes.verdict} aria-live="polite">
      <p className={classes.said}>
        {isOne ? answer.one(hasAny) : hurt}{' '}
        {!isOne && hasAny && (
          <OpenNumber title={account.totalTitle} account={() => <TotalsAccount totals={totals} />}>
            {leaving}
          </OpenNumber>
        )}
      </p>
      <p className="soft small">
        {[
          asOf,
          totals.unknown > 0 && hasAny && !isOne && answer.unknown(totals.unknown),
          totals.gone > 0 && answer.gone(totals.gone),
          run.by && answer.by(run.by.name, formats.date(run.askedAt)),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </div>
  );
}

/** What it said beside what happened, also where it was wrong. */
function Since({ run }: { run: WhatIfRun }) {
  const { formats } = useSpoken();
  const { since } = useWhatIfWords();
  if (!run.since) return null;
  const { named, expected, gone, quiet, missed } = run.since;
  return (
    <div className={classes.verdict} data-since-then="">
      <h3>{since.title}</h3>
      <p>
        {since.says(named, formats.number(expected, 1), gone, quiet)}{' '}
        {missed.length > 0 && since.missed(formats.list(missed.map(({ name }) => name)))}
      </p>
    </div>
  );
}
