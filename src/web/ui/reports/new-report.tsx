import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { reportTouches } from '../../api/report-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { Dialog } from '../dialog.tsx';
import { PartySelect } from '../party-select.tsx';
import { useSpoken } from '../words.tsx';
import { useReportWords } from '../words-of/reports.ts';
import classes from './reports.module.css';

interface Props {
  /** Whose it is, where that is known. */
  readonly party?: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

const channels = ['call', 'mail', 'visit', 'chat', 'meeting', 'letter', 'social', 'other'] as const;
type Channel = (typeof channels)[number];
const kinds = ['complaint', 'question'] as const;

/** What a customer said, written down as a report; the page of the report is next. */
export function NewReport({ party, onClose }: Props) {
  const words = useReportWords();
  const { words: spoken } = useSpoken();
  const navigate = useNavigate();
  const [partyId, setPartyId] = useState(party?.id ?? null);
  const [kind, setKind] = useState<(typeof kinds)[number]>('complaint');
  const [channel, setChannel] = useState<Channel>('call');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [key] = useState(newKey);
  const save = useAct({
    run: (owner: string) => {
      const body = { partyId: owner, kind, channel, subject: subject.trim(), text: text.trim() || null };
      return api.reports.create({ ...nothing, body, headers: key });
    },
    touches: reportTouches,
    isQuiet: true,
    onDone: ({ id }) => void navigate({ to: '/reports/$reportId', params: { reportId: id } }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (partyId !== null && subject.trim() !== '') save.mutate(partyId);
  };
  const { fields } = words;
  return (
    <Dialog title={words.form.title} onClose={onClose}>
      <form className={classes.form} onSubmit={send}>
        {!party && <PartySelect label={fields.party ?? ''} isLabelShown value={partyId} onChange={setPartyId} />}
        <TextInput
          label={fields.subject}
          data-autofocus
          required
          withAsterisk={false}
          maxLength={300}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <Textarea
          label={fields.text}
          autosize
          minRows={3}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={classes.two}>
          <Select
            label={fields.kind}
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
            value={kind}
            onChange={(chosen) => setKind(chosen === 'question' ? 'question' : 'complaint')}
          />
          <Select
            label={fields.channel}
            allowDeselect={false}
            data={channels.map((value) => ({ value, label: spoken.relation.channels[value] ?? value }))}
            value={channel}
            onChange={(chosen) => setChannel(channels.find((known) => known === chosen) ?? 'call')}
          />
        </div>
        {save.isError && (
          <p role="alert" className={classes.late}>
            {describeFailure(save.error, spoken).sentence}
          </p>
        )}
        <div className={classes.acts}>
          <Button variant="default" onClick={onClose}>
            {spoken.shell.cancel}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={partyId === null || subject.trim() === ''}>
            {words.form.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
