import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/queries.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './imports.module.css';

/** Three things one might not have known: the first reward. */
export function Findings({ importId }: { importId: string }) {
  const { words, formats } = useSpoken();
  const { setup } = words;
  const asked = useQuery(queries.findings(importId));
  if (!asked.data) return null;
  const found = asked.data.items.slice(0, 3);
  if (found.length === 0) return <p className="soft">{setup.findingsNone}</p>;
  const nowMs = Date.now();
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{found.length === 1 ? setup.findingsOne : setup.findingsTitle}</h2>
      <ol className={classes.findings}>
        {found.map((finding) => (
          <li key={finding.kind}>
            <h3>{setup.findings[finding.kind](finding.count)}</h3>
            <ul>
              {finding.items.slice(0, 4).map((item) => (
                <li key={`${item.party.id} ${item.at}`}>
                  <Link to="/relations/$partyId" params={{ partyId: item.party.id }} search={{}}>
                    {item.party.name}
                  </Link>
                  <span className="soft">
                    {item.text && ` “${item.text}”`}
                    {item.numbers.gapDays !== undefined && item.numbers.days !== undefined
                      ? ` ${words.today.rhythm({ gapDays: item.numbers.gapDays, silenceDays: item.numbers.days })}`
                      : item.at && ` ${formats.shortDate(item.at, nowMs)}`}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
