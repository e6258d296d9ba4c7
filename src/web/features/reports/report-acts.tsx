import { Button, Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Report } from '#contract/reports.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { reportTouches } from '../../api/report-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import classes from '../../ui/reports/reports.module.css';
import { useTakeUp } from '../../ui/reports/use-take-up.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useReportWords } from '../../ui/words-of/reports.ts';
import { lineOf } from './use-save-report.ts';

const ways = ['ticket', 'mail', 'call', 'visit', 'chat'] as const;
type Way = (typeof ways)[number];

/** What can be done with it now; each can be taken back. */
export function ReportActs({ report }: { report: Report }) {
  const words = useReportWords();
  const { words: spoken } = useSpoken();
  const { sayDone } = useUndoRecord();
  const navigate = useNavigate();
  const takeUp = useTakeUp();
  const [way, setWay] = useState<Way>(report.link?.isLiving ? 'ticket' : 'call');
  const input = { ...nothing, params: { reportId: report.id } };
  const plain = { touches: reportTouches, line: lineOf(report.id) };
  const solve = useAct({
    ...plain,
    run: () => api.reports.solve({ ...input, body: { channel: way }, headers: newKey() }),
    onDone: () => sayDone(words.solved, report.id),
  });
  const close = useAct({
    ...plain,
    run: () => api.reports.close({ ...input, headers: newKey() }),
    onDone: ({ isTold, kind }) =>
      sayDone(isTold || kind === 'question' ? words.closed : words.closedSilently, report.id),
  });
  const reopen = useAct({
    ...plain,
    run: () => api.reports.update({ ...input, body: { status: 'working' }, headers: newKey() }),
    onDone: () => sayDone(words.reopened, report.id),
  });
  const remove = useAct({
    ...plain,
    run: () => api.reports.remove({ ...input, headers: newKey() }),
    onDone: () => {
      sayDone(words.removed, report.id);
      void navigate({ to: '/reports', search: {} });
    },
  });
  const isOpen = report.dueAt !== null;
  const canTell = Boolean(report.whatWeDid && report.why);
  const isSilent = report.kind === 'complaint' && !report.isTold;
  return (
    <section className={`${classes.part} noPrint`}>
      {isOpen && (
        <div className={classes.solving}>
          <Select
            label={words.how}
            allowDeselect={false}
            data={ways.map((value) => ({
              value,
              label: value === 'ticket' ? words.byPage : (spoken.relation.channels[value] ?? value),
            }))}
            value={way}
            onChange={(chosen) => setWay(ways.find((known) => known === chosen) ?? 'call')}
          />
          <Button disabled={!canTell} loading={solve.isPending} onClick={() => solve.mutate()}>
            {words.solve}
          </Button>
        </div>
      )}
      {isOpen && !canTell && <p className="soft small">{words.needsBoth}</p>}
      <div className={classes.more}>
        {report.status === 'received' && (
          <Button variant="default" size="compact-md" onClick={() => takeUp(report)}>
            {words.takeUp}
          </Button>
        )}
        {!isOpen && (
          <Button variant="default" size="compact-md" onClick={() => reopen.mutate()}>
            {words.reopen}
          </Button>
        )}
        {report.status !== 'closed' && (
          <Button variant="subtle" size="compact-md" onClick={() => close.mutate()}>
            {isSilent ? words.closeSilently : words.close}
          </Button>
        )}
        <Button variant="subtle" size="compact-md" onClick={() => remove.mutate()}>
          {words.remove}
        </Button>
      </div>
    </section>
  );
}
