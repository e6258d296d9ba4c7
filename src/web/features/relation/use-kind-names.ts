import { useQuery } from '@tanstack/react-query';
import { giveAndTakeQueries } from '../../api/give-and-take-queries.ts';
import { useWords } from '../../ui/words.tsx';

/** What a kind of benefit is called: shipped ones in the reader's language, own ones as they were named. */
export function useKindNames(isAsked = true): (key: string) => string {
  const { relation } = useWords();
  const { data } = useQuery({ ...giveAndTakeQueries.kinds(), enabled: isAsked });
  return (key) => relation.benefits[key] ?? data?.items.find((kind) => kind.key === key)?.name ?? key;
}
