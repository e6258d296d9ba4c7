/** Things to do under each other; with the keyboard: j and k walk, x is done, s puts away, e changes. */
import { lazy, Suspense, useRef, useState } from 'react';
import type { Task } from '#contract/tasks.ts';
import { TaskRow } from './task-row.tsx';
import classes from './tasks.module.css';
import { useTaskActs } from './use-task-acts.ts';
import { useTaskKeys } from './use-task-keys.ts';

const EditTask = lazy(() => import('./edit-task.tsx').then((loaded) => ({ default: loaded.EditTask })));

interface Part {
  readonly key: string;
  readonly title?: string;
  readonly isLate?: boolean;
  readonly tasks: readonly Task[];
}

interface Props {
  readonly parts: readonly Part[];
  readonly selfId: string;
  readonly isPartyHidden?: boolean;
  /** The page is about nothing else: its keys work wherever one is. */
  readonly isWholePage?: boolean;
}

export function TaskList({ parts, selfId, isPartyHidden = false, isWholePage = false }: Props) {
  const acts = useTaskActs();
  const place = useRef<HTMLDivElement>(null);
  const [edited, setEdited] = useState<Task | null>(null);
  const all = parts.flatMap(({ tasks }) => tasks);
  useTaskKeys({ place, tasks: all, acts, onEdit: setEdited, isWholePage, isAway: edited !== null });
  return (
    <div ref={place}>
      {parts.map(({ key, title, isLate, tasks }) => {
        const rows = tasks.map((task) => (
          <TaskRow key={task.id} {...{ task, acts, selfId, isPartyHidden }} onEdit={setEdited} />
        ));
        const list = <ul className={classes.list}>{rows}</ul>;
        if (title === undefined) return <div key={key}>{list}</div>;
        return (
          <section key={key} className={classes.group} aria-labelledby={`tasks-${key}`}>
            <h2 id={`tasks-${key}`} data-late={isLate}>
              {title} <span className={classes.count}>{tasks.length}</span>
            </h2>
            {list}
          </section>
        );
      })}
      {edited && (
        <Suspense>
          <EditTask key={edited.id} task={edited} onClose={() => setEdited(null)} />
        </Suspense>
      )}
    </div>
  );
}
