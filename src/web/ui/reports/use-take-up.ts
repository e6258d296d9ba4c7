import { useQuery } from '@tanstack/react-query';
import type { Report } from '#contract/reports.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { reportTouches } from '../../api/report-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../changes/use-undo-record.ts';
import { useReportWords } from '../words-of/reports.ts';

/** One looks after it oneself from now on. */
export function useTakeUp(): (report: Report) => void {
  const words = useReportWords();
  const { data: me } = useQuery(queries.me());
  const { sayDone } = useUndoRecord();
  const takeUp = useAct({
    run: ({ id }: Report) => {
      const keeperId = me?.user.partyId;
      const body = { status: 'working' as const, ...(keeperId && { keeperId }) };
      return api.reports.update({ ...nothing, params: { reportId: id }, body, headers: newKey() });
    },
    touches: reportTouches,
    onDone: (_, { id }) => sayDone(words.takenUp, id),
  });
  return (report) => takeUp.mutate(report);
}
