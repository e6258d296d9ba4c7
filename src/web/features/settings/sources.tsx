import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './settings.module.css';

/** Where Hecht listens, and until when it has heard. */
export function Sources() {
  const { words, formats } = useSpoken();
  const { sources } = words.settings;
  const asked = useQuery(queries.sources());
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  return (
    <>
      <p className="soft">{sources.lead}</p>
      {asked.data?.items.length === 0 && <p className="soft">{sources.empty}</p>}
      <ul className={classes.list}>
        {asked.data?.items.map((source) => (
          <li key={source.id}>
            <span>{source.label}</span>
            <span className="soft">
              {sources.kinds[source.kind] ?? source.kind}
              {source.isPrivate && `, ${sources.private}`}
              {source.isYours && `, ${sources.yours}`}
            </span>
            <span>
              {source.isLive || !source.coveredUntil ? sources.live : sources.until(formats.date(source.coveredUntil))}
              {source.coveredFrom && <span className="soft"> ({sources.from(formats.date(source.coveredFrom))})</span>}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/import">{sources.readOn}</Link>
      </p>
    </>
  );
}
