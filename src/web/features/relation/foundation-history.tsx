import type { Foundation } from '#contract/foundations.ts';
import { useKindName } from '../../ui/foundation/use-kind-name.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useFoundationWords } from '../../ui/words-of/foundations.ts';
import classes from './foundation.module.css';

/** Each reading as it stood: when, by whom, from how much. Their order is said, not their decimals. */
export function FoundationHistory({ read }: { read: Foundation }) {
  const words = useFoundationWords();
  const { formats } = useSpoken();
  const nameOf = useKindName(read.kinds);
  return (
    <details className={classes.history}>
      <summary>{words.history}</summary>
      <p className="soft">{words.historyLead}</p>
      <ol className={classes.said}>
        {read.history.map(({ at, by, shares, n }) => (
          <li key={`${at} ${n}`}>
            <p>{shares.map(({ kind }) => nameOf(kind)).join(' › ')}</p>
            <p className={classes.facts}>
              <span>{formats.dateTime(at)}</span>
              <span>{by ?? words.byHouse}</span>
              <span>{words.n(n)}</span>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
