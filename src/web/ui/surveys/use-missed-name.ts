import { useQuery } from '@tanstack/react-query';
import { standingQueries } from '../../api/standing-queries.ts';
import { useSurveyWords } from '../words-of/surveys.ts';

/** What somebody would miss, in words; the firm's own by the label it gave. */
export function useMissedName(isAsked = true): (kind: string) => string {
  const { missed } = useSurveyWords();
  const kinds = useQuery({ ...standingQueries.kinds(), enabled: isAsked }).data?.items ?? [];
  return (kind) => missed.kinds[kind] ?? kinds.find(({ key }) => key === kind)?.label ?? kind;
}
