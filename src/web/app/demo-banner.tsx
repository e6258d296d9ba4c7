import { Link } from '@tanstack/react-router';
import { useWords } from '../ui/words.tsx';
import classes from './demo-banner.module.css';

/** One quiet line: this firm is invented. The way out stands with the firm's settings. */
export function DemoBanner({ isOwner }: { isOwner: boolean }) {
  const { shell } = useWords();
  return (
    <aside aria-label={shell.demo} className={`${classes.banner} noPrint`}>
      {shell.demo}{' '}
      {isOwner && (
        <Link to="/settings/$section" params={{ section: 'firm' }}>
          {shell.demoLeave}
        </Link>
      )}
    </aside>
  );
}
