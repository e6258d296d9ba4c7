import { useEffect, useRef } from 'react';
import type { ConnectionProblem } from '#contract/connection-kinds.ts';
import { useConnectionWords } from '../../ui/words-of/connections.ts';
import classes from './connections.module.css';

interface Props {
  readonly problem: ConnectionProblem;
  /** In the other server's words. */
  readonly detail: string | null;
  readonly since?: string | undefined;
}

/** What is wrong, what to do about it, and for who wants it what the server said. */
export function Trouble({ problem, detail, since }: Props) {
  const { problems, todo, serverSaid } = useConnectionWords();
  const told = problems[problem];
  const box = useRef<HTMLDivElement>(null);
  // In a long form it would stand below what one sees.
  useEffect(() => {
    // What it answers (a promise, in newer browsers) is no way to end it.
    box.current?.closest('form')?.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} role="alert" className={classes.trouble}>
      <p>
        <strong>{told.is}</strong> {since && <span className="soft">{since}</span>}
      </p>
      <p>
        {todo} {told.todo}
      </p>
      {detail && <p className="soft small">{serverSaid(detail)}</p>}
    </div>
  );
}
