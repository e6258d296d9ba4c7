import { useNavigate } from '@tanstack/react-router';
import { api, newKey, nothing } from '../../api/client.ts';
import { reportTouches } from '../../api/report-queries.ts';
import { useAct } from '../../api/use-act.ts';

/** Of what a customer said, in one go; then one stands before it. */
export function useMakeReport(interactionId: string) {
  const navigate = useNavigate();
  return useAct({
    run: () => api.reports.createFrom({ ...nothing, params: { interactionId }, headers: newKey() }),
    touches: reportTouches,
    onDone: ({ id }) => void navigate({ to: '/reports/$reportId', params: { reportId: id } }),
  });
}
