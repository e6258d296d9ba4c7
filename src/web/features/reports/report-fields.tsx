import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Report } from '#contract/reports.ts';
import { queries } from '../../api/queries.ts';
import classes from '../../ui/reports/reports.module.css';
import { useSpoken } from '../../ui/words.tsx';
import { useReportWords } from '../../ui/words-of/reports.ts';
import type { SaveReport } from './use-save-report.ts';

interface Props {
  readonly report: Report;
  readonly save: SaveReport;
}

/** What we tell, and apart from it what stays among us. Kept as one leaves the field. */
export function ReportFields({ report, save }: Props) {
  const words = useReportWords();
  const { fields, hints } = words;
  return (
    <>
      <section className={classes.part} aria-label={words.tellTitle}>
        <h2>{words.tellTitle}</h2>
        <LongField label={fields.whatWeDid} value={report.whatWeDid} onSave={(whatWeDid) => save({ whatWeDid })} />
        <LongField label={fields.why} hint={hints.why} value={report.why} onSave={(why) => save({ why })} />
        <LongField
          label={fields.next}
          hint={hints.next}
          value={report.next}
          onSave={(next) => save({ next })}
          isShort
        />
        <div className={classes.two}>
          <DueField value={report.nextDueAt} onSave={(nextDueAt) => save({ nextDueAt })} />
          <KeeperField report={report} save={save} />
        </div>
      </section>
      <div className={classes.inside}>
        <LongField label={fields.note} hint={hints.note} value={report.note} onSave={(note) => save({ note })} />
      </div>
    </>
  );
}

interface LongProps {
  readonly label: string | undefined;
  readonly hint?: string;
  readonly value: string | null;
  readonly isShort?: boolean;
  readonly onSave: (text: string | null) => void;
}

/** While one writes, one's own words; else what stands there. */
function LongField({ label, hint, value, isShort = false, onSave }: LongProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const leave = () => {
    if (draft === null) return;
    const text = draft.trim() === '' ? null : draft.trim();
    if (text !== value) onSave(text);
    setDraft(null);
  };
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={isShort ? 1 : 2}
      maxRows={14}
      maxLength={isShort ? 1000 : 4000}
      value={draft ?? value ?? ''}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}

/** A day; it holds until the end of the working day. */
function DueField({ value, onSave }: { value: string | null; onSave: (at: string | null) => void }) {
  const { fields } = useReportWords();
  const { formats } = useSpoken();
  const shown = value === null ? '' : formats.dayKey(value);
  const choose = (day: string) => {
    if (day !== shown) onSave(day === '' ? null : new Date(`${day}T17:00:00`).toISOString());
  };
  return (
    <TextInput
      key={shown}
      type="date"
      label={fields.nextDueAt}
      defaultValue={shown}
      onBlur={(event) => choose(event.currentTarget.value)}
    />
  );
}

function KeeperField({ report, save }: Props) {
  const { fields, keptByNobody } = useReportWords();
  const users = useQuery(queries.users());
  const colleagues = (users.data?.items ?? []).flatMap(({ partyId, name }) =>
    partyId === null ? [] : [{ value: partyId, label: name }],
  );
  const { keeper } = report;
  const isListed = !keeper || colleagues.some(({ value }) => value === keeper.id);
  return (
    <Select
      label={fields.keeperId}
      placeholder={keptByNobody}
      clearable
      searchable
      data={isListed || !keeper ? colleagues : [{ value: keeper.id, label: keeper.name }, ...colleagues]}
      value={keeper?.id ?? null}
      onChange={(keeperId) => save({ keeperId })}
    />
  );
}
