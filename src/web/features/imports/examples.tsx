import { useSpoken } from '../../ui/words.tsx';
import { useImportWords } from '../../ui/words-of/imports.ts';
import classes from './imports.module.css';

interface Example {
  readonly at: string | null;
  readonly from: string;
  readonly to: string;
  readonly subject: string | null;
  readonly outcome: string;
}

/** A few of the items, each with what would become of it. */
export function Examples({ examples }: { examples: readonly Example[] }) {
  const { formats } = useSpoken();
  const { imports } = useImportWords();
  const { preview } = imports;
  const nowMs = Date.now();
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">{preview.examples}</h2>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{preview.columnWhen}</th>
              <th scope="col">{preview.columnWho}</th>
              <th scope="col">{preview.columnWhat}</th>
              <th scope="col">{preview.columnOutcome}</th>
            </tr>
          </thead>
          <tbody>
            {examples.map((example, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a read-only list.
              <tr key={at}>
                <td>{example.at && formats.shortDate(example.at, nowMs)}</td>
                <td>
                  {example.from} → {example.to}
                </td>
                <td className="soft">{example.subject}</td>
                <td data-outcome={example.outcome}>{preview.outcome[example.outcome] ?? example.outcome}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
