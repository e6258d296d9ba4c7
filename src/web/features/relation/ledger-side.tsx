import { UnstyledButton } from '@mantine/core';
import type { LedgerLine as Line } from '#contract/parties.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './ledger.module.css';
import { LedgerLine } from './ledger-line.tsx';

/** What comes below stays in reach: the latest few, and the rest when asked for. */
const fewLines = 8;

interface Props {
  readonly giver: 'ours' | 'theirs';
  readonly lines: readonly Line[];
  /** How many there are in all, also those not read yet. */
  readonly count: number;
  /** Both sides open together. */
  readonly isAll: boolean;
  readonly onAll: () => void;
}

export function LedgerSide({ giver, lines, count, isAll, onAll }: Props) {
  const { ledger } = useWords().relation;
  const shown = isAll ? lines : lines.slice(0, fewLines);
  return (
    <section aria-label={ledger[giver]}>
      <h3>{ledger[giver]}</h3>
      <ul className={classes.lines}>
        {shown.map((line) => (
          <LedgerLine key={`${line.interactionId} ${line.kind} ${line.giver}`} line={line} />
        ))}
      </ul>
      {!isAll && shown.length < count && (
        <UnstyledButton
          className={`${classes.all} noPrint`}
          onClick={onAll}
          aria-label={`${ledger.all(count)}: ${ledger[giver]}`}
        >
          {ledger.all(count)}
        </UnstyledButton>
      )}
    </section>
  );
}
