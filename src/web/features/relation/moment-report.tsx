import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reportQueries } from '../../api/report-queries.ts';
import { useReportWords } from '../../ui/words-of/reports.ts';
import { useMakeReport } from './use-make-report.ts';

/** A complaint becomes a report in one go; one that is a report already leads there. */
export function MomentReport({ interactionId, partyId }: { interactionId: string; partyId: string }) {
  const words = useReportWords();
  const open = useQuery(reportQueries.ofParty(partyId, 'open'));
  const done = useQuery(reportQueries.ofParty(partyId, 'done'));
  const make = useMakeReport(interactionId);
  if (!open.data || !done.data) return null;
  const report = [...open.data.items, ...done.data.items].find((item) => item.interactionId === interactionId);
  if (!report) {
    return (
      <p className="noPrint">
        <Button size="compact-sm" variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          {words.fromMoment}
        </Button>
      </p>
    );
  }
  return (
    <p className="small">
      <Link to="/reports/$reportId" params={{ reportId: report.id }}>
        {words.toReport(report.number)}
      </Link>
      <span className="soft"> · {words.status[report.status]}</span>
    </p>
  );
}
