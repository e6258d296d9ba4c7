import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Party } from '#contract/parties.ts';
import { reportQueries } from '../../api/report-queries.ts';
import { NewReport } from '../../ui/reports/new-report.tsx';
import { ReportList } from '../../ui/reports/report-list.tsx';
import { useReportWords } from '../../ui/words-of/reports.ts';
import classes from './story.module.css';

/** What this customer reported and still waits for. */
export function RelationReports({ party }: { party: Party }) {
  const words = useReportWords();
  const [isWriting, setWriting] = useState(false);
  const asked = useQuery(reportQueries.ofParty(party.id, 'open'));
  const items = asked.data?.items ?? [];
  if (party.isOwn) return null;
  return (
    <section className={classes.part} aria-label={words.section}>
      <h2>{words.section}</h2>
      {asked.isSuccess && items.length === 0 && <p className="soft">{words.sectionNone}</p>}
      <ReportList reports={items} isPartyHidden />
      <div className="noPrint">
        <Button variant="subtle" size="compact-md" onClick={() => setWriting(true)}>
          {words.write}
        </Button>
      </div>
      {isWriting && <NewReport party={party} onClose={() => setWriting(false)} />}
    </section>
  );
}
