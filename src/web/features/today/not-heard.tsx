import { Link } from '@tanstack/react-router';
import { useSpoken } from '../../ui/words.tsx';
import classes from './today.module.css';

interface Props {
  readonly sources: readonly { readonly label: string; readonly coveredUntil: string }[];
}

/** Silence is only known where Hecht listens; where it did not, it says so. */
export function NotHeard({ sources }: Props) {
  const { words, formats } = useSpoken();
  const { today } = words;
  return (
    <section className={classes.notHeard} aria-label={today.nothingHeardTitle}>
      {sources.map(({ label, coveredUntil }) => (
        <p key={label}>{today.notHeard(label, formats.date(coveredUntil))}</p>
      ))}
      <Link to="/import">{today.readOn}</Link>
    </section>
  );
}
