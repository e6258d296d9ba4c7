/** What one does with an idea; each is said, and can be taken back. */
import type { Idea } from '#contract/ideas.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../changes/use-undo-record.ts';
import { useIdeaWords } from '../words-of/ideas.ts';

/** Its moments move the tie, the ledger and what is owed. */
export const ideaTouches = [['ideas'], ['party'], ['tie'], ['parties'], ['today'], ['changes'], ['give-and-take']];

type Change = Partial<Pick<Idea, 'status' | 'naming'>> & {
  readonly deliveredIn?: string | null;
  readonly deliveredOn?: string | null;
};

export function useIdeaActs() {
  const { did } = useIdeaWords();
  const { sayDone } = useUndoRecord();
  const of = ({ id }: Idea) => ({ ...nothing, params: { ideaId: id }, headers: newKey() });
  const shared = { touches: ideaTouches, line: 'ideas' };
  const change = useAct({
    ...shared,
    run: ({ idea, fields }: { idea: Idea; fields: Change }) =>
      api.ideas.update({ ...of(idea), body: fields, headers: { ...newKey(), ...ifMatch(idea.version) } }),
    onDone: (now, { idea, fields }) => {
      const thing = fields.deliveredIn;
      sayDone(thing ? did.delivered(thing, now.party.name) : did.changed, idea.id);
    },
  });
  const tell = useAct({
    ...shared,
    run: (idea: Idea) => api.ideas.tell({ ...of(idea), body: {} }),
    onDone: ({ id, party }) => sayDone(did.told(party.name), id),
  });
  const thank = useAct({
    ...shared,
    run: (idea: Idea) => api.ideas.thank({ ...of(idea), body: {} }),
    onDone: ({ id, party }) => sayDone(did.thanked(party.name), id),
  });
  const remove = useAct({
    ...shared,
    run: (idea: Idea) => api.ideas.remove(of(idea)),
    onDone: (_, { id }) => sayDone(did.removed, id),
  });
  const isBusy = change.isPending || tell.isPending || thank.isPending || remove.isPending;
  return { change: change.mutate, tell: tell.mutate, thank: thank.mutate, remove: remove.mutate, isBusy };
}
