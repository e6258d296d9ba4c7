/** Which relations were chosen: some by name, or everybody in the list but for some. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PartyRow } from '#contract/party-rows.ts';
import { chosenOf, type ListState } from '../../api/list-queries.ts';

type Chosen = { readonly kind: 'some' | 'all'; readonly ids: ReadonlySet<string> };
const nobody: Chosen = { kind: 'some', ids: new Set() };

export interface Selection {
  readonly kind: 'some' | 'all';
  /** Those chosen, or with 'all' those left out. */
  readonly ids: ReadonlySet<string>;
  readonly has: (id: string) => boolean;
  /** With `isRange` all between this one and the one before get the same. */
  readonly toggle: (id: string, isRange?: boolean) => void;
  /** On a phone: a tap on a row chooses it. */
  readonly isChoosing: boolean;
  readonly setChoosing: (isChoosing: boolean) => void;
  readonly chooseShown: () => void;
  readonly chooseAll: () => void;
  readonly clear: () => void;
}

export function useSelection(list: ListState, rows: readonly PartyRow[]): Selection {
  const [chosen, setChosen] = useState<Chosen>(nobody);
  const [isChoosing, setChoosing] = useState(false);
  const last = useRef<string | null>(null);
  const key = JSON.stringify(chosenOf(list));
  const seen = useRef(key);
  useEffect(() => {
    // Another list, other people: what was chosen in the one is not meant in the other.
    if (seen.current === key) return;
    seen.current = key;
    setChosen(nobody);
  }, [key]);
  const has = (id: string) => chosen.ids.has(id) === (chosen.kind === 'some');
  const shown = useRef(rows);
  shown.current = rows;
  // The same function always: a row that has it is not drawn again because somebody else was chosen.
  const toggle = useCallback((id: string, isRange = false) => {
    const order = shown.current.map((row) => row.id);
    const [from, until] = [order.indexOf(last.current ?? id), order.indexOf(id)];
    const ids = isRange && from >= 0 ? order.slice(Math.min(from, until), Math.max(from, until) + 1) : [id];
    last.current = id;
    setChosen((now) => {
      const isMember = !now.ids.has(id);
      const next = new Set(now.ids);
      for (const one of ids) {
        if (isMember) next.add(one);
        else next.delete(one);
      }
      return { ...now, ids: next };
    });
  }, []);
  return {
    ...chosen,
    has,
    toggle,
    isChoosing,
    setChoosing,
    chooseShown: () => setChosen({ kind: 'some', ids: new Set(rows.map(({ id }) => id)) }),
    chooseAll: () => setChosen({ kind: 'all', ids: new Set() }),
    clear: () => {
      setChosen(nobody);
      setChoosing(false);
    },
  };
}
