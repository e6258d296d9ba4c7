import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGiveAndTakeWords } from '../../ui/words-of/give-and-take.ts';
import classes from './give-and-take.module.css';

interface Props {
  /** The line in one sentence. */
  readonly said: string;
  readonly party: { readonly id: string; readonly name: string };
  /** The words it was said in. */
  readonly words: string | null;
  readonly facts: readonly string[];
  readonly act: string;
  readonly isBusy: boolean;
  readonly onAct: () => void;
  /** Beside the one act. */
  readonly more?: ReactNode;
  readonly children?: ReactNode;
}

/** Something open between us and a relation: what, since when, and the one act that closes it. */
export function OpenLine({ said, party, words, facts, act, isBusy, onAct, more, children }: Props) {
  const giveAndTake = useGiveAndTakeWords();
  return (
    <li className={classes.row} data-line="" tabIndex={-1} aria-label={said}>
      <div className={classes.what}>
        <p className={classes.said}>{said}</p>
        {words && <p className={classes.words}>{giveAndTake.quote(words)}</p>}
        <p className={classes.facts}>
          <Link to="/relations/$partyId" params={{ partyId: party.id }} search={{}}>
            {party.name}
          </Link>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {children}
      </div>
      <div className={`${classes.acts} noPrint`}>
        <Button
          size="compact-sm"
          variant="default"
          data-main=""
          aria-label={giveAndTake.actOf(act, said)}
          disabled={isBusy}
          onClick={onAct}
        >
          {act}
        </Button>
        {more}
      </div>
    </li>
  );
}
