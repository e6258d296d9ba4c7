import { type Act, useActs } from '../../ui/acts.ts';
import { useWords } from '../../ui/words.tsx';

/** The keys of this page, by name; the list itself hears them. */
export function useLineShortcuts() {
  const { names } = useWords().acts;
  const key = (id: keyof typeof names, ...keys: string[]): Act => {
    return { id, name: names[id], where: 'give-and-take', kind: 'key', keys, isHeard: false };
  };
  useActs([key('openLineWalk', 'j', 'k'), key('openLineDo', 'Enter')]);
}
