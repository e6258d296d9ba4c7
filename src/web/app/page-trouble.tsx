import { Button } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { describeFailure, isNotFound } from '../api/failure.ts';
import { useWords } from '../ui/words.tsx';
import classes from './page-trouble.module.css';

export function Lost() {
  const words = useWords();
  return (
    <main className={classes.trouble}>
      <h1>{words.errors.notFoundTitle}</h1>
      <p className="soft">{words.errors.notFoundText}</p>
      <Link to="/">{words.shell.nav.today}</Link>
    </main>
  );
}

export function Crashed({ error, reset }: { error: unknown; reset: () => void }) {
  const words = useWords();
  const router = useRouter();
  if (isNotFound(error)) return <Lost />;
  const failure = describeFailure(error, words);
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <main className={classes.trouble} role="alert">
      <h1>{failure.code === 'offline' ? words.errors.title : words.errors.crashed}</h1>
      <p className="soft">{failure.sentence}</p>
      {failure.requestId && <p className="soft small">{words.errors.requestId(failure.requestId)}</p>}
      <Button variant="default" onClick={again}>
        {words.errors.retry}
      </Button>
    </main>
  );
}
