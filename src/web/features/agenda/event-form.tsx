import { Button, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import type { AgendaEvent } from '#contract/agenda.ts';
import { agendaQueries } from '../../api/agenda-queries.ts';
import { describeFailure } from '../../api/failure.ts';
import { queries } from '../../api/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import classes from './agenda.module.css';
import { Busy } from './busy.tsx';
import { draftOf, type EventDraft, timesOf } from './event-draft.ts';
import { PeopleField } from './people-field.tsx';
import { useSaveEvent } from './use-save-event.ts';

interface Props {
  /** Absent: a new one. */
  readonly event?: AgendaEvent;
  readonly startsAt?: string | null;
  readonly day?: string;
  readonly withPartyId?: string | null;
  readonly onClose: () => void;
}

export function EventForm({ event, startsAt = null, day = '', withPartyId = null, onClose }: Props) {
  const { words, formats } = useSpoken();
  const { shell } = words;
  const agenda = useAgendaWords();
  const { fields } = agenda;
  const [draft, setDraft] = useState(() =>
    draftOf({ event, startsAt, day, timeZone: formats.timeZone, nowMs: Date.now() }),
  );
  const set = (part: Partial<EventDraft>) => setDraft((before) => ({ ...before, ...part }));
  const calendars = useQuery(agendaQueries.calendars());
  const writable = (calendars.data?.items ?? []).filter(({ isWritable }) => isWritable);
  const known = useQuery({ ...queries.party(withPartyId ?? ''), enabled: withPartyId !== null });
  useEffect(() => {
    if (!known.data) return;
    const { id: partyId, name } = known.data;
    setDraft((before) =>
      before.guests.length > 0 ? before : { ...before, guests: [{ partyId, address: null, name }] },
    );
  }, [known.data]);
  const save = useSaveEvent({ event, onSaved: onClose });
  const failure = save.isError ? describeFailure(save.error, words) : null;
  const times = timesOf(draft, formats.timeZone);
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (draft.title.trim() !== '' && times) save.mutate({ draft, times });
  };
  return (
    <Dialog title={event ? agenda.editTitle : agenda.addTitle} onClose={onClose}>
      <form className={classes.form} onSubmit={send}>
        <TextInput
          label={fields.title}
          data-autofocus
          required
          withAsterisk={false}
          maxLength={300}
          value={draft.title}
          onChange={({ currentTarget }) => set({ title: currentTarget.value })}
        />
        <PeopleField guests={draft.guests} onChange={(guests) => set({ guests })} />
        <div className={classes.two}>
          <TextInput
            type="date"
            label={fields.day}
            required
            withAsterisk={false}
            value={draft.day}
            onChange={({ currentTarget }) => set({ day: currentTarget.value })}
          />
          {draft.isWhole ? (
            <TextInput
              type="date"
              label={fields.until}
              value={draft.untilDay}
              min={draft.day}
              error={failure?.fields.endsOn}
              onChange={({ currentTarget }) => set({ untilDay: currentTarget.value })}
            />
          ) : (
            <>
              <TextInput
                type="time"
                label={fields.from}
                value={draft.from}
                error={failure?.fields.startsAt}
                onChange={({ currentTarget }) => set({ from: currentTarget.value })}
              />
              <TextInput
                type="time"
                label={fields.to}
                value={draft.to}
                error={failure?.fields.endsAt}
                onChange={({ currentTarget }) => set({ to: currentTarget.value })}
              />
            </>
          )}
        </div>
        <Busy guests={draft.guests} times={times} />
        <Switch
          label={fields.isWhole}
          checked={draft.isWhole}
          onChange={({ currentTarget }) => set({ isWhole: currentTarget.checked })}
        />
        <TextInput
          label={fields.location}
          maxLength={500}
          value={draft.location}
          onChange={({ currentTarget }) => set({ location: currentTarget.value })}
        />
        <Textarea
          label={fields.description}
          autosize
          minRows={2}
          maxLength={8000}
          value={draft.description}
          onChange={({ currentTarget }) => set({ description: currentTarget.value })}
        />
        {!event && writable.length > 1 && (
          <Select
            label={fields.calendar}
            allowDeselect={false}
            data={writable.map(({ id, name }) => ({ value: id, label: name ?? agenda.ownCalendar }))}
            value={draft.calendarId ?? writable[1]?.id ?? 'own'}
            onChange={(calendarId) => set({ calendarId })}
          />
        )}
        <Switch
          label={fields.isPrivate}
          checked={draft.isPrivate}
          onChange={({ currentTarget }) => set({ isPrivate: currentTarget.checked })}
        />
        {failure && (
          <p role="alert" className="small">
            {failure.sentence}
          </p>
        )}
        <div className={classes.formActs}>
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {event ? agenda.saveChange : agenda.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
