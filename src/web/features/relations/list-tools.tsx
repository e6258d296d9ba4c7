import { IconColumns3, IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { chosenOf, type ListState, orderOf } from '../../api/list-queries.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './relations.module.css';

const ColumnMenu = lazy(() => import('./column-menu.tsx').then((loaded) => ({ default: loaded.ColumnMenu })));

interface Props {
  readonly list: ListState;
  readonly onList: (list: ListState) => void;
}

/** What a list shows of each, how it falls apart, and a way to take it along. */
export function ListTools({ list, onList }: Props) {
  const { lists } = useWords();
  const [isOpen, setOpen] = useState(false);
  const asked = { ...chosenOf(list), ...orderOf(list), ...(list.columns ? { columns: list.columns } : {}) };
  return (
    <div className={`${classes.tools} noPrint`}>
      <button type="button" className={classes.tool} onClick={() => setOpen(true)} aria-haspopup="dialog">
        <IconColumns3 size={15} stroke={1.6} aria-hidden="true" />
        {lists.columnMenu}
      </button>
      <a className={classes.tool} href={`/api/parties/export.csv?${new URLSearchParams(asked)}`} download>
        <IconDownload size={15} stroke={1.6} aria-hidden="true" />
        {lists.exportCsv}
      </a>
      {isOpen && (
        <Suspense>
          <ColumnMenu list={list} onList={onList} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
