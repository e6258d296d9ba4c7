import { type Act, useActs } from '../../ui/acts.ts';
import { useWords } from '../../ui/words.tsx';

/** The keys of this page, by name: n is heard here, the others by the list itself. */
export function useTaskShortcuts(begin: () => void) {
  const { names } = useWords().acts;
  const key = (id: keyof typeof names, ...keys: string[]): Act => {
    return { id, name: names[id], where: 'tasks', kind: 'key', keys, isHeard: false };
  };
  useActs([
    key('taskWalk', 'j', 'k'),
    key('taskDone', 'x'),
    key('taskLater', 's'),
    key('taskChange', 'e'),
    { ...key('taskNew', 'n'), isHeard: true, run: begin },
  ]);
}
