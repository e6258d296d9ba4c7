import type { ReactNode } from 'react';
import { useEffect } from 'react';
import classes from './page-head.module.css';
import { useWords } from './words.tsx';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

/** Title, one sentence, and what one can do here; also names the browser's tab. */
export function PageHead({ title, lead, children }: Props) {
  usePageTitle(title);
  return (
    <div className={classes.head}>
      <div className={classes.words}>
        <h1>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
      </div>
      {children && <div className={`${classes.acts} noPrint`}>{children}</div>}
    </div>
  );
}

export function usePageTitle(title: string) {
  const { shell } = useWords();
  useEffect(() => {
    document.title = title === shell.product ? title : `${title} · ${shell.product}`;
  }, [title, shell.product]);
}
