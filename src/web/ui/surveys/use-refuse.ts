import { api, newKey, nothing } from '../../api/client.ts';
import { surveyTouches } from '../../api/survey-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../changes/use-undo-record.ts';
import { useSurveyWords } from '../words-of/surveys.ts';

/** They would rather not be asked, or may be again; taken back like anything else. */
export function useRefuse(partyId: string) {
  const words = useSurveyWords();
  const { sayDone } = useUndoRecord();
  return useAct({
    run: (isRefused: boolean) =>
      api.surveys.refuse({ ...nothing, params: { partyId }, body: { isRefused }, headers: newKey() }),
    touches: surveyTouches,
    onDone: ({ isRefused }) => sayDone(isRefused ? words.refused : words.allowed, partyId),
  });
}
