import { useRef } from 'react';
import { PageHead } from '../../ui/page-head.tsx';
import { useGiveAndTakeWords } from '../../ui/words-of/give-and-take.ts';
import { FaultList } from './fault-list.tsx';
import { FavourList } from './favour-list.tsx';
import classes from './give-and-take.module.css';
import { ThanksList } from './thanks-list.tsx';
import { useLineKeys } from './use-line-keys.ts';
import { useLineShortcuts } from './use-line-shortcuts.ts';

/** Over all relations: thanks owed, favours unanswered, and what is ours to make good. */
export function GiveAndTake() {
  const { title, lead, keys } = useGiveAndTakeWords();
  const place = useRef<HTMLDivElement>(null);
  useLineKeys(place);
  useLineShortcuts();
  return (
    <div className={classes.page} ref={place}>
      <PageHead title={title} lead={lead} />
      <ThanksList />
      <FavourList />
      <FaultList />
      <p className="soft small noPrint">{keys}</p>
    </div>
  );
}
