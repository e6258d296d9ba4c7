import type { Tie } from '#contract/ties.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './about.module.css';

/** From which sources this tie was read, and until when. */
export function Coverage({ tie }: { tie: Tie }) {
  const { words, formats } = useSpoken();
  const { about } = words.relation;
  if (tie.coverage.length === 0) return null;
  return (
    <section aria-label={about.coverage}>
      <h3>{about.coverage}</h3>
      <ul className={classes.list}>
        {tie.coverage.map((source) => (
          <li key={source.label}>
            <span>{source.label}</span>
            <span className="soft">
              {source.isLive || !source.coveredUntil
                ? about.coverageLive
                : about.coverageUntil(formats.date(source.coveredUntil))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
