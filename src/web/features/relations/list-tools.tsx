import { IconChecks, IconColumns3, IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { chosenOf, type ListState, orderOf } from '../../api/list-queries.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './relations.module.css';
import type { Selection } from './use-selection.ts';

const ColumnMenu = lazy(() => import('./column-menu.tsx').then((loaded) => ({ default: loaded.ColumnMenu })));

interface Props {
  readonly list: ListState;
  readonly onList: (list: ListState) => void;
  readonly selection: Selection;
}

/** What a list shows of each, how it falls apart, and a way to take it along. */
export function ListTools({ list, onList, selection }: Props) {
  const { lists } = useWords();
  const [isOpen, setOpen] = useState(false);
  const asked = { ...chosenOf(list), ...orderOf(list), ...(list.columns ? { columns: list.columns } : {}) };
  return (
    <div className={`${classes.tools} noPrint`}>
      <button
        type="button"
        className={`${classes.tool} ${classes.choose}`}
        aria-pressed={selection.isChoosing}
        onClick={() => (selection.isChoosing ? selection.clear() : selection.setChoosing(true))}
      >
        <IconChecks size={15} stroke={1.6} aria-hidden="true" />
        {lists.choose}
      </button>
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
