import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { taskQueries } from '../api/task-queries.ts';
import { useWords } from '../ui/words.tsx';
import classes from './rail.module.css';

/** How much was meant for one and is not read yet. */
export function Bell() {
  const { notifications } = useWords();
  const { data } = useQuery(taskQueries.unread());
  const unread = data?.unread ?? 0;
  return (
    <Link to="/notifications" search={{}} className={classes.bell} activeProps={{ 'aria-current': 'page' }}>
      <IconBell size={20} stroke={1.5} aria-hidden="true" />
      {/* The space keeps the two apart for who hears them: "Messages 1". */}
      <span className={classes.bellText}>{notifications.title}</span>{' '}
      {unread > 0 && <span className={classes.unread}>{unread}</span>}
    </Link>
  );
}
