import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Report } from '#contract/reports.ts';
import type { Locale } from '#messages/locales.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { reportTouches } from '../../api/report-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import classes from '../../ui/reports/reports.module.css';
import { useSpoken } from '../../ui/words.tsx';
import { useReportWords } from '../../ui/words-of/reports.ts';
import { CustomerLink } from './customer-link.tsx';
import { lineOf } from './use-save-report.ts';

/** Exactly what the customer sees, and the link that leads there. */
export function CustomerPage({ report }: { report: Report }) {
  const words = useReportWords();
  const { page, fields } = words;
  const { formats } = useSpoken();
  const [locale, setLocale] = useState<Locale>(formats.locale);
  const { sayDone } = useUndoRecord();
  const publish = useAct({
    run: () => api.reports.publish({ ...nothing, params: { reportId: report.id }, headers: newKey() }),
    touches: reportTouches,
    line: lineOf(report.id),
    onDone: () => sayDone(page.published, report.id),
  });
  const behind = report.unpublished.map((name) => (fields[name] ?? name).toLowerCase());
  const isThere = report.link?.isLiving ?? false;
  return (
    <section className={classes.right} aria-label={page.title}>
      <h2>{page.title}</h2>
      <p className="soft">{page.lead}</p>
      <CustomerLink report={report} />
      {isThere && (
        <p className={classes.behind} role="status">
          <span>{behind.length > 0 ? page.behind(formats.list(behind)) : page.upToDate}</span>
          {behind.length > 0 && (
            <Button size="compact-md" loading={publish.isPending} onClick={() => publish.mutate()}>
              {page.publish}
            </Button>
          )}
        </p>
      )}
      <div className={classes.states} role="group" aria-label={page.languageLabel}>
        {(['nl', 'en'] as const).map((choice) => (
          <UnstyledButton key={choice} aria-pressed={choice === locale} onClick={() => setLocale(choice)}>
            {page.language[choice]}
          </UnstyledButton>
        ))}
      </div>
      <iframe
        className={classes.frame}
        title={page.frame}
        sandbox=""
        src={`/api/reports/${report.id}/page?l=${locale}&v=${report.version}`}
      />
    </section>
  );
}
