import { useState } from 'react';
import type { Party } from '#contract/parties.ts';
import type { WhatIfRun } from '#contract/what-if-runs.ts';
import { Answer } from '../../ui/what-if/answer.tsx';
import { QuestionForm } from '../../ui/what-if/question-form.tsx';
import { useAsk } from '../../ui/what-if/use-ask.ts';
import { useWhatIfWords } from '../../ui/words-of/what-if.ts';
import classes from './what-if.module.css';

/** A blow, for this relation alone. */
export function Shock({ party }: { party: Party }) {
  const said = useWhatIfWords();
  const [run, setRun] = useState<WhatIfRun | null>(null);
  const ask = useAsk(setRun);
  const contacts = new Map(party.strands.map(({ theirs }) => [theirs.id, theirs]));
  contacts.delete(party.id);
  const people = [...contacts.values()];
  return (
    <section className={classes.shock} aria-label={said.askShort}>
      <h2>{said.askHere}</h2>
      <QuestionForm
        {...(people.length > 0 && { contacts: people })}
        isAsking={ask.isPending}
        onAsk={(question) => ask.mutate({ question, scope: { kind: 'party', partyId: party.id } })}
      />
      {run && <Answer run={run} />}
    </section>
  );
}
