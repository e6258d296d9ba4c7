import { type Act, useActs } from '../../ui/acts.ts';
import { useWords } from '../../ui/words.tsx';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';

/** The keys of this page: n plans, the arrows walk through the days. */
export function useAgendaKeys({ onPlan, onStep }: { onPlan: () => void; onStep: (count: number) => void }): void {
  const { acts } = useWords();
  const agenda = useAgendaWords();
  const key = (id: string, name: string, run: () => void, keys: readonly string[]): Act => {
    return { id, name, where: 'anywhere', kind: 'key', keys, run };
  };
  useActs([
    key('agendaPlan', acts.names.newEvent, onPlan, ['n']),
    key('agendaNext', agenda.next, () => onStep(1), ['ArrowRight']),
    key('agendaPrevious', agenda.previous, () => onStep(-1), ['ArrowLeft']),
  ]);
}
