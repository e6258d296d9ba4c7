import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './give-and-take.module.css';

interface Asked {
  readonly isError: boolean;
  readonly error: unknown;
  readonly isSuccess: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly refetch: () => unknown;
  readonly fetchNextPage: () => unknown;
}

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly empty: string;
  readonly asked: Asked;
  readonly count: number;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}

/** One of the lists: what it is about, its lines, and more of them. */
export function OpenList({ title, lead, empty, asked, count, children, foot }: Props) {
  const { shell } = useWords();
  const isEmpty = asked.isSuccess && count === 0;
  return (
    <section className={classes.part} aria-label={title}>
      <h2>{title}</h2>
      <p className="soft">{isEmpty ? empty : lead}</p>
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      <ul className={classes.list}>{children}</ul>
      {asked.hasNextPage && (
        <div>
          <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {shell.loadMore}
          </Button>
        </div>
      )}
      {foot}
    </section>
  );
}
