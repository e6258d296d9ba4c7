import { Button } from '@mantine/core';
import { describeFailure } from '../api/failure.ts';
import classes from './problem.module.css';
import { useWords } from './words.tsx';

/** Where something could not be read: what is wrong, what to do, and a way to try again. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useWords();
  const { sentence, requestId } = describeFailure(error, words);
  return (
    <div role="alert" className={classes.problem}>
      <p>{sentence}</p>
      {requestId && <p className="soft small">{words.errors.requestId(requestId)}</p>}
      {onRetry && (
        <Button size="xs" variant="default" onClick={onRetry}>
          {words.errors.retry}
        </Button>
      )}
    </div>
  );
}
