import { lazy, Suspense, useRef, useState } from 'react';
import type { PartyRow } from '#contract/party-rows.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './relation-table.module.css';
import type { SayCell } from './say-cell.ts';
import type { CellName } from './use-cell-name.ts';

const CellEditor = lazy(() => import('./cell-editor.tsx').then((loaded) => ({ default: loaded.CellEditor })));

interface Props {
  readonly name: string;
  readonly row: PartyRow;
  readonly say: SayCell;
  readonly nameOf: CellName;
}

/** A cell that is changed where it stands: Enter begins, Enter keeps, Escape leaves, Tab keeps and goes on. */
export function EditableCell({ name, row, say, nameOf }: Props) {
  const { lists } = useWords();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const value = say(name, row);
  const field = nameOf(name);
  const close = (next: 'stay' | 'on' | 'back') => {
    setOpen(false);
    requestAnimationFrame(() => {
      const here = button.current;
      if (next === 'stay') return here?.focus();
      const cells = [...document.querySelectorAll<HTMLButtonElement>('[data-cell-button]')];
      const at = here ? cells.indexOf(here) : -1;
      const other = cells[at + (next === 'on' ? 1 : -1)];
      other?.focus();
      other?.click();
    });
  };
  return (
    <td className={classes.editable} data-column="more">
      {isOpen ? (
        <Suspense fallback={<span>{value}</span>}>
          <CellEditor name={name} row={row} label={lists.edit(field, row.name)} onClose={close} />
        </Suspense>
      ) : (
        <button
          ref={button}
          type="button"
          data-cell-button
          className={classes.cellButton}
          aria-label={`${lists.edit(field, row.name)}: ${value || lists.editEmpty}`}
          onClick={() => setOpen(true)}
        >
          {value}
        </button>
      )}
    </td>
  );
}
