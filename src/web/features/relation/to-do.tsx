import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { taskQueries } from '../../api/task-queries.ts';
import { QuickAdd } from '../../ui/tasks/quick-add.tsx';
import { TaskList } from '../../ui/tasks/task-list.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './story.module.css';

/** What colleagues still have to do for this relation. */
export function ToDo({ partyId }: { partyId: string }) {
  const { tasks } = useWords();
  const { data: me } = useQuery(queries.me());
  const asked = useInfiniteQuery(taskQueries.list({ state: 'open', partyId }));
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.part} aria-label={tasks.section}>
      <h2>{tasks.section}</h2>
      {asked.isSuccess && items.length === 0 && <p className="soft">{tasks.emptyRelation}</p>}
      <TaskList parts={[{ key: 'party', tasks: items }]} selfId={me?.user.id ?? ''} isPartyHidden />
      <div className="noPrint">
        <QuickAdd partyId={partyId} />
      </div>
    </section>
  );
}
