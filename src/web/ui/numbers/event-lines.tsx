import { Link } from '@tanstack/react-router';
import { useNumberWords } from '../words-of/numbers.ts';
import type { EventLine } from './number-account.tsx';
import classes from './numbers.module.css';

/** What a number is made of, heaviest first; that there is nothing yet is said. */
export function EventLines({ lines, left }: { lines: readonly EventLine[]; left: number }) {
  const said = useNumberWords();
  if (lines.length === 0) return <p className="soft">{said.noEvents}</p>;
  const isDated = lines.some(({ when }) => when);
  return (
    <div className={classes.scroll}>
      <table className={classes.lines}>
        <thead>
          <tr>
            <th scope="col">{said.what}</th>
            {isDated && (
              <th scope="col" className={classes.when}>
                {said.when}
              </th>
            )}
            <th scope="col" className="number">
              {said.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, what, when, weight, partyId }) => (
            <tr key={key}>
              <td>
                {partyId ? (
                  <Link to="/relations/$partyId" params={{ partyId }} search={{}}>
                    {what}
                  </Link>
                ) : (
                  what
                )}
              </td>
              {isDated && <td className={`soft ${classes.when}`}>{when}</td>}
              <td className="number" data-part="weight">
                {weight}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className="soft small">{said.left(left)}</p>}
    </div>
  );
}
