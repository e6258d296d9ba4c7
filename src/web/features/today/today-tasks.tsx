import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { taskQueries } from '../../api/task-queries.ts';
import { TaskList } from '../../ui/tasks/task-list.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './today.module.css';

/** Below the seven lines, and not counted among them: what one wrote down to do today. */
export function TodayTasks({ selfId }: { selfId: string }) {
  const { words, formats } = useSpoken();
  const { tasks } = words;
  const until = formats.dayKey(Date.now());
  const asked = useInfiniteQuery(taskQueries.list({ state: 'open', assigneeId: selfId, until }));
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <section className={classes.tasks} aria-labelledby="today-tasks">
      <div className={classes.tasksHead}>
        <h2 id="today-tasks">{tasks.section}</h2>
        <Link to="/tasks" search={{}} className="soft small">
          {tasks.seeAll}
        </Link>
      </div>
      <TaskList parts={[{ key: 'today', tasks: items }]} selfId={selfId} />
    </section>
  );
}
