import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reportQueries } from '../../api/report-queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Stand } from '../../ui/reports/report-list.tsx';
import classes from '../../ui/reports/reports.module.css';
import { useSpoken } from '../../ui/words.tsx';
import { useReportWords } from '../../ui/words-of/reports.ts';
import { CustomerPage } from './customer-page.tsx';
import { ReportActs } from './report-acts.tsx';
import { ReportFields } from './report-fields.tsx';
import { ReportTrust } from './report-trust.tsx';
import { useSaveReport } from './use-save-report.ts';

/** One report: what was said, what we tell, and beside it exactly what the customer sees. */
export function ReportPage({ reportId }: { reportId: string }) {
  const words = useReportWords();
  const { words: spoken, formats } = useSpoken();
  const asked = useQuery(reportQueries.one(reportId));
  const save = useSaveReport(asked.data);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const report = asked.data;
  if (!report) return null;
  const { party, channel } = report;
  const how = spoken.relation.channels[channel] ?? channel;
  return (
    <div className={classes.wide}>
      <Link to="/reports" search={{}} className={classes.back}>
        ← {words.back}
      </Link>
      <PageHead title={report.subject} lead={words.reportedOn(formats.date(report.reportedAt), how)} />
      <p className={classes.facts}>
        <span>{words.heading(report.number)}</span>
        <Link to="/relations/$partyId" params={{ partyId: party.id }} search={{}}>
          {party.name}
        </Link>
        <Stand report={report} />
      </p>
      <div className={classes.columns}>
        <div className={classes.left}>
          {report.text && (
            <section className={classes.part} aria-label={words.fields.text}>
              <h2>{words.fields.text}</h2>
              <p className={classes.said}>{report.text}</p>
            </section>
          )}
          {report.answers.length > 0 && (
            <section className={classes.part} aria-label={words.answers}>
              <h2>{words.answers}</h2>
              {report.answers.map((answer) => (
                <div key={answer.id}>
                  <p className={classes.said}>{answer.text}</p>
                  <p className="soft small">{formats.dateTime(answer.at)}</p>
                </div>
              ))}
            </section>
          )}
          <ReportFields report={report} save={save} />
          <ReportActs report={report} />
          <ReportTrust partyId={party.id} />
        </div>
        <CustomerPage report={report} />
      </div>
    </div>
  );
}
