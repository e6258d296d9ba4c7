import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../ui/words.tsx';
import classes from './nobody-yet.module.css';

/** An empty list that says how it fills. */
export function NobodyYet({ hasImports }: { hasImports: boolean }) {
  const { relations, setup } = useWords();
  return (
    <div className={classes.empty}>
      <h2>{relations.emptyTitle}</h2>
      <p className="soft">{relations.emptyText}</p>
      <div className={classes.acts}>
        <Button component={Link} to="/import">
          {relations.emptyImport}
        </Button>
        {!hasImports && (
          <Button component={Link} to="/welcome" variant="default">
            {setup.choices.demo.title}
          </Button>
        )}
      </div>
    </div>
  );
}
