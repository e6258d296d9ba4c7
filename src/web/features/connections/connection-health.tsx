/** The truth about the last reading, in words: when, how much, what not, when again, and what is wrong. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection } from '#contract/connections.ts';
import { listQueries } from '../../api/list-queries.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useConnectionWords } from '../../ui/words-of/connections.ts';
import { useImportProblems } from '../../ui/words-of/import-problems.ts';
import classes from './connections.module.css';
import { Trouble } from './trouble.tsx';

export function ConnectionHealth({ connection }: { connection: Connection }) {
  const { words, formats } = useSpoken();
  const said = useConnectionWords();
  const { state, problem, problemDetail, problemSince, succeededAt, nextRunAt, heardAt, readCount, coveredFrom } =
    connection;
  const at = (instant: string) => formats.dateTime(instant);
  const facts = [
    succeededAt ? said.lastGood(at(succeededAt)) : said.neverGood,
    said.read(formats.number(readCount), readCount === 1),
    // A drop address is written to, not read again.
    coveredFrom && said.covered(formats.date(coveredFrom)),
    state === 'paused' || state === 'reading' || connection.settings.kind === 'drop'
      ? null
      : nextRunAt
        ? said.next(at(nextRunAt))
        : said.nextMended,
  ];
  const underWay = connection.places.filter(
    ({ isWanted, done, total }) => state === 'reading' && isWanted && total !== null && done < total,
  );
  const lost = connection.places.filter((place) => place.isWanted && place.problem !== null);
  return (
    <>
      <p className="soft small">{facts.filter((fact) => fact).join(' · ')}</p>
      {underWay.map(({ place, name, done, total }) => (
        <p key={place} className="soft small" role="status">
          {said.progress(words.social.places[name] ?? name, formats.number(done), formats.number(total ?? 0))}
        </p>
      ))}
      {problem && (
        <Trouble
          problem={problem}
          detail={problemDetail}
          since={problemSince ? said.since(at(problemSince)) : undefined}
        />
      )}
      {lost.map((place) => (
        <p key={place.place} className={classes.lost}>
          {words.social.places[place.name] ?? place.name}: {place.problem && said.problems[place.problem].is}{' '}
          {place.problem && said.problems[place.problem].todo}
        </p>
      ))}
      {state === 'quiet' && heardAt && <p>{said.quietTodo(at(heardAt))}</p>}
      {connection.failedCount > 0 && <Failures connection={connection} />}
    </>
  );
}

function Failures({ connection }: { connection: Connection }) {
  const { formats } = useSpoken();
  const importProblems = useImportProblems();
  const said = useConnectionWords();
  const [isOpen, setOpen] = useState(false);
  const asked = useQuery({ ...listQueries.connectionFailures(connection.id), enabled: isOpen });
  const count = connection.failedCount;
  return (
    <details className={classes.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{said.failed(formats.number(count), count === 1)}</summary>
      <ul className={classes.failures}>
        {asked.data?.items.map(({ place, position, problem, bytes, at }) => (
          <li key={`${place} ${position}`}>
            <span>{importProblems[problem.split(':')[0] ?? ''] ?? said.failure(problem)}</span>
            <span className="soft small">
              {position} · {formats.dateTime(at)}
              {bytes !== null && connection.mayChange && (
                <>
                  {' · '}
                  <a href={rawOf(connection.id, place, position)} download>
                    {said.failureRaw}
                  </a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function rawOf(connectionId: string, place: string, position: string): string {
  return `/api/connections/${connectionId}/failures/raw?${new URLSearchParams({ place, position })}`;
}
