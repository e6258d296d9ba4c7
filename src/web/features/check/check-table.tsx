import type { CheckOutcome } from '#contract/check.ts';
import { OpenNumber } from '../../ui/numbers/open-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useCheckWords } from '../../ui/words-of/check.ts';
import classes from './check.module.css';
import { CheckAccount } from './check-account.tsx';

interface Row<Said extends string> {
  readonly said: Said;
  readonly count: number;
  readonly happened: number;
  readonly low: number;
  readonly high: number;
}

interface Props<Said extends string> {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly columns: { readonly said: string; readonly did: string };
  readonly table: { readonly isEnough: boolean; readonly auc: number | null; readonly rows: readonly Row<Said>[] };
  readonly sayRow: (said: Said) => string;
  readonly tooFew: string;
  readonly outcome: CheckOutcome;
}

/** What followed each thing that was said, with between what and what that share may lie. */
export function CheckTable<Said extends string>({ table, columns, sayRow, outcome, ...rest }: Props<Said>) {
  const { formats } = useSpoken();
  const { between, ofCount, how } = useCheckWords();
  const n = (count: number) => formats.number(count);
  return (
    <section className={classes.part} aria-labelledby={rest.id}>
      <h2 id={rest.id}>{rest.title}</h2>
      <p className="soft">{rest.lead}</p>
      {!table.isEnough && <p className={classes.spoken}>{rest.tooFew}</p>}
      {table.isEnough && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{columns.said}</th>
              <th scope="col" className="number">
                {columns.did}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.rows
              .filter(({ count }) => count > 0)
              .map(({ said, count, happened, low, high }) => (
                <tr key={said}>
                  <th scope="row">{sayRow(said)}</th>
                  <td className="number">
                    <OpenNumber title={how.title} account={() => <CheckAccount outcome={outcome} auc={table.auc} />}>
                      {ofCount(formats.percent(happened / count), n(happened), n(count))}
                    </OpenNumber>
                    <span className={`soft small ${classes.between}`}>
                      {between(formats.percent(low), formats.percent(high))}
                    </span>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
