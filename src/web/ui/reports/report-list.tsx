import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Report } from '#contract/reports.ts';
import { useSpoken } from '../words.tsx';
import { useReportWords } from '../words-of/reports.ts';
import classes from './reports.module.css';
import { useReportKeys } from './use-report-keys.ts';
import { useTakeUp } from './use-take-up.ts';

interface Props {
  readonly reports: readonly Report[];
  readonly isWholePage?: boolean;
  readonly isPartyHidden?: boolean;
}

/** One line a report: what, whose, and by when they should hear. */
export function ReportList({ reports, isWholePage = false, isPartyHidden = false }: Props) {
  const place = useRef<HTMLUListElement>(null);
  const takeUp = useTakeUp();
  useReportKeys({ place, reports, takeUp, isWholePage });
  return (
    <ul className={classes.list} ref={place}>
      {reports.map((report) => (
        <ReportRow key={report.id} report={report} isPartyHidden={isPartyHidden} onTakeUp={takeUp} />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly report: Report;
  readonly isPartyHidden: boolean;
  readonly onTakeUp: (report: Report) => void;
}

function ReportRow({ report, isPartyHidden, onTakeUp }: RowProps) {
  const words = useReportWords();
  const { id, number, party, subject, keeper } = report;
  return (
    <li className={classes.row} data-report={id} tabIndex={isPartyHidden ? undefined : -1}>
      <div className={classes.what}>
        <p className={classes.subject}>
          <Link to="/reports/$reportId" params={{ reportId: id }}>
            {subject}
          </Link>
        </p>
        <p className={classes.facts}>
          <span>{words.heading(number)}</span>
          {!isPartyHidden && (
            <Link to="/relations/$partyId" params={{ partyId: party.id }} search={{}}>
              {party.name}
            </Link>
          )}
          <Stand report={report} />
          {!isPartyHidden && report.dueAt !== null && (
            <span>{keeper ? words.keptBy(keeper.name) : words.keptByNobody}</span>
          )}
        </p>
      </div>
      {report.status === 'received' && (
        <Button className="noPrint" size="compact-sm" variant="default" onClick={() => onTakeUp(report)}>
          {words.takeUp}
        </Button>
      )}
    </li>
  );
}

/** How it stands, and what that asks of us. */
export function Stand({ report }: { report: Report }) {
  const words = useReportWords();
  const { formats } = useSpoken();
  const { status, dueAt, isDue, isTold, kind, waitsForUs } = report;
  if (dueAt === null) {
    const how = kind === 'complaint' && !isTold ? words.untold : isTold ? words.told : null;
    return (
      <span className={status === 'closed' && !isTold && kind === 'complaint' ? classes.late : undefined}>
        {how === words.untold ? how : [words.status[status], how].filter(Boolean).join(', ')}
      </span>
    );
  }
  const when = formats.date(dueAt);
  return (
    <>
      <span>{waitsForUs ? `${words.status[status]}, ${words.waits}` : words.status[status]}</span>
      <span className={isDue ? classes.late : undefined}>
        {isDue ? words.shouldHaveHeard(when) : words.hearsBy(when)}
      </span>
    </>
  );
}
