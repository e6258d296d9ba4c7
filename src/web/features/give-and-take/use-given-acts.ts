/** Done with one act, said, and to be taken back. */
import type { ThanksLine } from '#contract/give-and-take.ts';
import type { Fault, Promised } from '#contract/promises.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndo } from '../../ui/changes/use-undo.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWords } from '../../ui/words.tsx';
import { useGiveAndTakeWords } from '../../ui/words-of/give-and-take.ts';

const touches = [['today'], ['party'], ['tie'], ['parties'], ['changes']];

/** The last change of this record, for whose act names none itself. */
async function lastChangeOf(recordId: string): Promise<string | null> {
  const { items } = await api.changes.list({ ...nothing, query: { recordId, limit: '1' } });
  return items[0]?.id ?? null;
}

export function useGivenActs() {
  const { shell } = useWords();
  const { thanks, favours, faults } = useGiveAndTakeWords();
  const { undo } = useUndo();
  const shared = { touches, line: 'give-and-take' };
  const say = (message: string, changeId: string | null) => {
    const onUndo = () => changeId !== null && undo({ changeId });
    showUndo({ message, label: shell.undo, close: shell.close, onUndo });
  };
  const thank = useAct({
    ...shared,
    run: ({ party }: ThanksLine) =>
      api.captures.create({
        ...nothing,
        body: {
          ...{ partyId: party.id, at: new Date().toISOString(), channel: 'other', kind: 'thanks', from: 'ours' },
          benefits: [{ giver: 'ours', kind: 'thanks' }],
        },
        headers: newKey(),
      }),
    onDone: ({ changeId }, { party }) => say(thanks.wasDone(party.name), changeId),
  });
  const sayGot = useAct({
    ...shared,
    run: ({ line, gotForIt }: { line: ThanksLine; gotForIt: 'yes' | 'no' | 'unknown' }) =>
      api.thanksOwed.say({
        ...nothing,
        params: { interactionId: line.interactionId },
        body: { kind: line.kind, gotForIt },
        headers: newKey(),
      }),
    onDone: ({ changeId }, { gotForIt }) => say(thanks.gotSaid[gotForIt], changeId),
  });
  const settle = useAct({
    ...shared,
    run: async ({ favour, outcome }: { favour: Promised; outcome: 'kept' | 'withdrawn' }) => {
      await api.promises.settle({
        ...nothing,
        params: { promiseId: favour.id },
        body: { outcome },
        headers: newKey(),
      });
      return lastChangeOf(favour.id);
    },
    onDone: (changeId, { favour, outcome }) =>
      say(outcome === 'kept' ? favours.wasDone(favour.party.name) : favours.wasDropped, changeId),
  });
  const makeGood = useAct({
    ...shared,
    run: async ({ id }: Fault) => {
      await api.faults.makeGood({ ...nothing, params: { faultId: id }, body: { how: null }, headers: newKey() });
      return lastChangeOf(id);
    },
    onDone: (changeId, { party }) => say(faults.wasDone(party.name), changeId),
  });
  const explain = useAct({
    ...shared,
    run: async ({ fault, said }: { fault: Fault; said: { why?: string | null; toldAt?: string } }) => {
      await api.faults.explain({ ...nothing, params: { faultId: fault.id }, body: said, headers: newKey() });
      return lastChangeOf(fault.id);
    },
    onDone: (changeId, { said }) => say(said.toldAt === undefined ? faults.whyKept : faults.wasTold, changeId),
  });
  return { thank, sayGot, settle, makeGood, explain };
}
