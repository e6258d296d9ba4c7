import { Loader } from '@mantine/core';
import { useWords } from '../../ui/words.tsx';
import classes from './imports.module.css';

export function Looking() {
  const { imports } = useWords();
  return (
    <p className={classes.looking} role="status">
      <Loader size="sm" color="gray" aria-hidden="true" />
      {imports.looking}
    </p>
  );
}
