import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PartyRow } from '#contract/party-rows.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useImportWords } from '../../ui/words-of/imports.ts';
import { type Role, roles } from './roles.ts';

export type TriageItem = PartyRow & { readonly contactCount: number; readonly suggestedRole: Role | null };

/** Walks through a round: decides, skips, goes one back; by button or by key. */
export function useTriage(items: readonly TriageItem[]) {
  const { triage } = useImportWords();
  const cache = useQueryClient();
  const [at, setAt] = useState(0);
  const [left, setLeft] = useState<number | null>(null);
  const decided = useRef(new Set<string>());
  const send = useAct({
    run: ({ partyId, role }: { partyId: string; role: Role | null }) =>
      api.parties.decide({ ...nothing, body: { decisions: [{ partyId, role }] }, headers: newKey() }),
    touches: [['parties'], ['today'], ['party']],
    line: 'triage',
    onDone: (answer) => setLeft(answer.left),
  });
  const candidate = items[at] ?? null;
  const decide = (role: Role) => {
    if (!candidate) return;
    decided.current.add(candidate.id);
    send.mutate({ partyId: candidate.id, role });
    setAt(at + 1);
  };
  const skip = () => setAt(Math.min(items.length, at + 1));
  const goBack = () => {
    const before = items[at - 1];
    if (!before) return;
    if (decided.current.delete(before.id)) send.mutate({ partyId: before.id, role: null });
    setAt(at - 1);
  };
  const latest = useRef({ decide, goBack, skip });
  latest.current = { decide, goBack, skip };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inField = (event.target as HTMLElement).closest?.(
        'input, textarea, select, [role="dialog"], [role="menu"]',
      );
      if (inField || event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key.toLowerCase();
      const role = roles.find((name, position) => triage.keys[name] === key || String(position + 1) === key);
      if (role) latest.current.decide(role);
      else if (key === 'backspace') latest.current.goBack();
      else if (key === 'arrowright') latest.current.skip();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [triage.keys]);
  // The next visit asks anew who is still waiting.
  useEffect(() => () => cache.removeQueries({ queryKey: ['triage'] }), [cache]);
  return { at, candidate, left, isSaving: send.isPending, decide, skip, goBack };
}
