import { Link } from '@tanstack/react-router';
import { complaintDueDays } from '#contract/reports.ts';
import { traitsOfEvidence } from '#engine/evidence.ts';
import classes from '../../ui/reports/reports.module.css';
import { useSpoken } from '../../ui/words.tsx';
import { useReportWords } from '../../ui/words-of/reports.ts';

/** What telling, silence and waiting weigh: the engine's own numbers. */
export function ReportTrust({ partyId }: { partyId: string }) {
  const { known } = useReportWords();
  const { formats } = useSpoken();
  const weigh = (value: number) => formats.number(value, 2);
  return (
    <details className={classes.known}>
      <summary>{known.title}</summary>
      <ul>
        <li>{known.told(weigh(traitsOfEvidence('complaint-told').weight))}</li>
        <li>{known.silent(weigh(traitsOfEvidence('complaint-closed-silently').faultWeight))}</li>
        <li>{known.open(weigh(traitsOfEvidence('complaint-left-open').weight), complaintDueDays)}</li>
      </ul>
      <p className="soft small">{known.source}</p>
      <p>
        <Link to="/relations/$partyId" params={{ partyId }} search={{ block: 'trust' }}>
          {known.relation}
        </Link>
      </p>
    </details>
  );
}
