/** Keeps what was written in a cell: at once on the screen, then on the server, and back with one click. */
import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { Money } from '#contract/currencies.ts';
import type { Field } from '#contract/fields.ts';
import type { PartyRow } from '#contract/party-rows.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndo } from '../../ui/changes/use-undo.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWords } from '../../ui/words.tsx';
import { ownField } from './columns.ts';
import { useCellName } from './use-cell-name.ts';

export type CellValue = string | number | readonly string[] | Money | null | string[];
type Body = Parameters<typeof api.parties.update>[0]['body'];

interface Save {
  readonly name: string;
  readonly row: PartyRow;
  readonly value: CellValue;
  readonly type: Field['type'] | null;
}

type Page = { items: PartyRow[]; nextCursor: string | null };

export function readCell(name: string, row: PartyRow): CellValue {
  if (name === 'role') return row.roles[0] ?? null;
  if (name === 'wish') return row.contactWish;
  return row.cells?.[name] ?? (name === 'tags' ? [] : null);
}

export function useSaveCell(): (save: Save) => void {
  const { lists, shell } = useWords();
  const nameOf = useCellName();
  const cache = useQueryClient();
  const show = (id: string, change: Partial<PartyRow>) =>
    cache.setQueriesData<InfiniteData<Page>>({ queryKey: ['parties'] }, (known) => {
      if (!known || !('pages' in known)) return known;
      const items = (page: Page) => page.items.map((row) => (row.id === id ? { ...row, ...change } : row));
      return { ...known, pages: known.pages.map((page) => ({ ...page, items: items(page) })) };
    });
  const { undo } = useUndo();
  const act = useAct<Save, { version: number }>({
    run: (save) =>
      api.parties.update({
        ...nothing,
        params: { partyId: save.row.id },
        body: bodyOf(save),
        headers: { ...newKey(), ...ifMatch(save.row.version) },
      }),
    touches: [['party'], ['today'], ['tags'], ['parties', 'groups'], ['parties', 'count']],
    line: 'cells',
    onDone: ({ version }, { row, name }) => {
      show(row.id, { version });
      const message = lists.saved(nameOf(name), row.name);
      showUndo({ message, label: shell.undo, close: shell.close, onUndo: () => undo() });
    },
    onFailed: ({ row }) => show(row.id, row),
  });
  return (save) => {
    if (JSON.stringify(readCell(save.name, save.row)) === JSON.stringify(normal(save))) return;
    show(save.row.id, shownAfter(save));
    act.mutate(save);
  };
}

function normal({ value, type }: Save): CellValue {
  if (typeof value === 'string') return value.trim() === '' ? null : type === 'number' ? Number(value) : value.trim();
  return value;
}

function bodyOf(save: Save): Body {
  const { name } = save;
  const value = normal(save);
  if (name === 'role') return { roles: value === null ? [] : [value] } as Body;
  if (name === 'wish') return { contactWish: value } as Body;
  if (name === 'tags') return { tags: [...((value ?? []) as string[])] };
  if (name === 'jobTitle') return { jobTitle: value as string | null };
  return { fields: { [name.slice(ownField.length)]: value as string | null } };
}

function shownAfter(save: Save): Partial<PartyRow> {
  const { name, row, type } = save;
  const value = normal(save);
  if (name === 'role') return { roles: value === null ? [] : [value as PartyRow['roles'][number]] };
  if (name === 'wish') return { contactWish: value as PartyRow['contactWish'] };
  // One choice is kept as a list of one.
  const cell = type === 'choice' && typeof value === 'string' ? [value] : value;
  return {
    cells: { ...row.cells, [name]: Array.isArray(cell) ? [...cell] : (cell as string | number | Money | null) },
  };
}
