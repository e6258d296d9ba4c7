import { Button } from '@mantine/core';
import type { AgendaEvent } from '#contract/agenda.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import { useConnectionWords } from '../../ui/words-of/connections.ts';
import classes from './agenda.module.css';
import { sayWhen } from './say-when.ts';
import { agendaTouches } from './use-event-acts.ts';

/** Whether its calendar elsewhere knows it like this; changed on both sides, both stand here. */
export function Clash({ event }: { event: AgendaEvent }) {
  const { formats } = useSpoken();
  const { sync } = useAgendaWords();
  const problems: Readonly<Record<string, { readonly is: string }>> = useConnectionWords().problems;
  const settle = useAct({
    run: (keep: 'mine' | 'theirs') =>
      api.agenda.settle({ ...nothing, params: { eventId: event.id }, body: { keep }, headers: newKey() }),
    touches: agendaTouches,
  });
  const { state, problem, theirs } = event.sync;
  if (state === 'same') return null;
  if (state === 'waiting') {
    return (
      <p className="soft small">{problem ? sync.waitingTrouble(problems[problem]?.is ?? problem) : sync.waiting}</p>
    );
  }
  if (state === 'refused') return <p className={classes.clash}>{sync.refused}</p>;
  const what = theirs && [theirs.title, sayWhen(theirs, formats), theirs.location].filter(Boolean).join(', ');
  return (
    <section className={classes.clash}>
      <p>{sync.clash}</p>
      <p className="soft">{what ? sync.there(what) : sync.gone}</p>
      <div className={classes.acts}>
        <Button variant="default" loading={settle.isPending} onClick={() => settle.mutate('mine')}>
          {sync.mine}
        </Button>
        <Button variant="default" loading={settle.isPending} onClick={() => settle.mutate('theirs')}>
          {sync.theirs}
        </Button>
      </div>
    </section>
  );
}
