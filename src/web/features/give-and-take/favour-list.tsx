import { Button, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Promised } from '#contract/promises.ts';
import { giveAndTakeQueries } from '../../api/give-and-take-queries.ts';
import { useGiveAndTakeWords } from '../../ui/words-of/give-and-take.ts';
import classes from './give-and-take.module.css';
import { OpenLine } from './open-line.tsx';
import { OpenList } from './open-list.tsx';
import { useGivenActs } from './use-given-acts.ts';

const AddFavour = lazy(() => import('./add-favour.tsx').then((loaded) => ({ default: loaded.AddFavour })));

const dayMs = 86_400_000;

/** What they asked of us, seen and not answered. */
export function FavourList() {
  const { favours } = useGiveAndTakeWords();
  const [isAdding, setAdding] = useState(false);
  const asked = useInfiniteQuery(giveAndTakeQueries.favours());
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const foot = isAdding ? (
    <Suspense>
      <AddFavour onClose={() => setAdding(false)} />
    </Suspense>
  ) : (
    <div className="noPrint">
      <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
        {favours.add}
      </Button>
    </div>
  );
  return (
    <OpenList {...{ asked, foot, title: favours.title, lead: favours.lead, empty: favours.empty, count: items.length }}>
      {items.map((favour) => (
        <Line key={favour.id} favour={favour} />
      ))}
    </OpenList>
  );
}

function Line({ favour }: { favour: Promised }) {
  const { favours, through } = useGiveAndTakeWords();
  const { settle } = useGivenActs();
  const { party, text, colleague } = favour;
  const said = favours.says(party.name);
  const days = Math.floor((Date.now() - Date.parse(favour.dueAt)) / dayMs);
  const drop = (
    <UnstyledButton
      className={classes.choice}
      disabled={settle.isPending}
      onClick={() => settle.mutate({ favour, outcome: 'withdrawn' })}
    >
      {favours.drop}
    </UnstyledButton>
  );
  return (
    <OpenLine
      {...{ said, party, words: text, facts: [favours.since(days), through(colleague.name)], more: drop }}
      act={favours.done}
      isBusy={settle.isPending}
      onAct={() => settle.mutate({ favour, outcome: 'kept' })}
    />
  );
}
