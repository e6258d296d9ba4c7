import { Button, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Task, TaskGroup } from '#contract/tasks.ts';
import { queries } from '../../api/queries.ts';
import { taskQueries } from '../../api/task-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { QuickAdd } from '../../ui/tasks/quick-add.tsx';
import { TaskList } from '../../ui/tasks/task-list.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './tasks.module.css';
import { useTaskShortcuts } from './use-task-shortcuts.ts';

export interface TasksPlace {
  readonly who?: 'all';
  readonly done?: 'yes';
}

const groups: readonly TaskGroup[] = ['overdue', 'today', 'this-week', 'later', 'someday'];

interface Props {
  readonly place: TasksPlace;
  readonly onPlace: (place: TasksPlace) => void;
}

/** What one still wanted to do, by when. */
export function Tasks({ place, onPlace }: Props) {
  const { tasks, shell } = useWords();
  const { data: me } = useQuery(queries.me());
  const selfId = me?.user.id ?? '';
  const whose = place.who === 'all' ? {} : { assigneeId: selfId };
  const open = useInfiniteQuery({ ...taskQueries.list({ state: 'open', ...whose }), enabled: selfId !== '' });
  const done = useInfiniteQuery({
    ...taskQueries.list({ state: 'done', ...whose }),
    enabled: selfId !== '' && place.done === 'yes',
  });
  const field = useRef<HTMLInputElement>(null);
  useTaskShortcuts(() => field.current?.focus());
  if (open.isError) return <Problem error={open.error} onRetry={() => void open.refetch()} />;
  const listed = allOf(open.data);
  const parts = groups.flatMap((group) => {
    const within = listed.filter((task) => task.group === group);
    const title = tasks.groups[group];
    return within.length === 0 ? [] : [{ key: group, title, isLate: group === 'overdue', tasks: within }];
  });
  const finished = place.done === 'yes' ? allOf(done.data) : [];
  const last = finished.length === 0 ? [] : [{ key: 'done', title: tasks.groups.done, tasks: finished }];
  const { who: _who, ...withoutWho } = place;
  const { done: _done, ...withoutDone } = place;
  return (
    <div className={classes.page}>
      <PageHead title={tasks.title} lead={tasks.lead}>
        <div className={classes.whose} role="group" aria-label={tasks.ofWhom}>
          <UnstyledButton aria-pressed={place.who !== 'all'} onClick={() => onPlace(withoutWho)}>
            {tasks.mine}
          </UnstyledButton>
          <UnstyledButton aria-pressed={place.who === 'all'} onClick={() => onPlace({ ...place, who: 'all' })}>
            {tasks.everyone}
          </UnstyledButton>
        </div>
      </PageHead>
      <QuickAdd field={field} />
      {open.isSuccess && parts.length === 0 && <p className={classes.empty}>{tasks.empty}</p>}
      <TaskList parts={[...parts, ...last]} selfId={selfId} isWholePage />
      <div className={classes.foot}>
        {open.hasNextPage && (
          <Button variant="default" loading={open.isFetchingNextPage} onClick={() => void open.fetchNextPage()}>
            {shell.loadMore}
          </Button>
        )}
        <UnstyledButton
          className={classes.quiet}
          onClick={() => onPlace(place.done === 'yes' ? withoutDone : { ...place, done: 'yes' })}
        >
          {place.done === 'yes' ? tasks.hideDone : tasks.showDone}
        </UnstyledButton>
        {place.done === 'yes' && done.hasNextPage && (
          <Button variant="default" loading={done.isFetchingNextPage} onClick={() => void done.fetchNextPage()}>
            {shell.loadMore}
          </Button>
        )}
        <p className="soft small">{tasks.keys}</p>
      </div>
    </div>
  );
}

function allOf(data: { readonly pages: readonly { readonly items: readonly Task[] }[] } | undefined): readonly Task[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}
