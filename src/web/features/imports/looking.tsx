import { Loader } from '@mantine/core';
import { useImportWords } from '../../ui/words-of/imports.ts';
import classes from './imports.module.css';

export function Looking() {
  const { imports } = useImportWords();
  return (
    <p className={classes.looking} role="status">
      <Loader size="sm" color="gray" aria-hidden="true" />
      {imports.looking}
    </p>
  );
}
