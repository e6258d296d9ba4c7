import { Button, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react';
import type { Note } from '#contract/notes.ts';
import type { RichText } from '#contract/rich-text.ts';
import { queries } from '../../api/queries.ts';
import { FilePicker } from '../../ui/file-picker.tsx';
import { useWords } from '../../ui/words.tsx';
import { NoteConflict } from './note-conflict.tsx';
import { keepDraft, readDraft } from './note-drafts.ts';
import classes from './notes.module.css';
import { type Brought, useAttach } from './use-attach.ts';
import { useSaveNote } from './use-save-note.ts';

const Editor = lazy(() =>
  import('../../ui/rich-text/rich-text-editor.tsx').then((loaded) => ({ default: loaded.RichTextEditor })),
);

interface Props {
  readonly partyId: string;
  /** Absent: a new one. */
  readonly note?: Note;
  readonly onClose: () => void;
}

/** Where a note is written or changed. What was typed outlives closing it by mistake. */
export function NoteForm({ partyId, note, onClose }: Props) {
  const words = useWords();
  const { timeline, shell } = words;
  const { data: me } = useQuery(queries.me());
  const { data: users } = useQuery(queries.users());
  const draftKey = note?.id ?? `new ${partyId}`;
  const [start, setStart] = useState<RichText | null>(() => readDraft(draftKey) ?? note?.body ?? null);
  const [body, setBody] = useState(start);
  const [isPrivate, setPrivate] = useState(note?.isPrivate ?? false);
  const [files, setFiles] = useState<readonly Brought[]>([]);
  const coming = useRef<Promise<readonly Brought[]>>(Promise.resolve([]));
  const { adding, bring } = useAttach(partyId);
  const picker = useRef<HTMLInputElement>(null);
  const { save, conflict } = useSaveNote({
    partyId,
    ...(note && { note }),
    onDone: () => {
      keepDraft(draftKey, null);
      onClose();
    },
  });
  const change = (next: RichText | null) => {
    setBody(next);
    keepDraft(draftKey, next);
  };
  const submit = () => {
    if (body === null) notifications.show({ message: timeline.note.empty });
    else if (!save.isPending) save.mutate({ body, isPrivate, files: () => coming.current });
  };
  const take = (given: readonly File[]) => {
    const [before, now] = [coming.current, bring(given)];
    void now.then((brought) => setFiles((known) => [...known, ...brought]));
    coming.current = before.then(async (known) => [...known, ...(await now)]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  const people = (users?.items ?? []).filter(({ id }) => id !== me?.user.id);
  const mayClose = !note || note.author.id === me?.user.id;
  return (
    <form
      className={`${classes.form} noPrint`}
      aria-label={timeline.note.label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {conflict && body && (
        <NoteConflict
          conflict={conflict}
          mine={body}
          onChoose={(chosen) => {
            setStart(chosen);
            change(chosen);
            save.reset();
          }}
        />
      )}
      <Suspense fallback={<div className={classes.loading} />}>
        <Editor
          key={JSON.stringify(start)}
          label={timeline.note.label}
          placeholder={timeline.note.placeholder}
          start={start}
          people={people}
          onChange={change}
          onSubmit={submit}
          onCancel={onClose}
          onFiles={take}
        />
      </Suspense>
      {files.length + adding.length > 0 && (
        <p className={classes.files} aria-live="polite">
          {[...files.map(({ name }) => name), ...adding.map(timeline.file.adding)].join(' · ')}
        </p>
      )}
      <div className={classes.acts}>
        <Button type="submit" loading={save.isPending}>
          {timeline.note.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {shell.cancel}
        </Button>
        {mayClose && (
          <Switch
            label={timeline.note.makePrivate}
            checked={isPrivate}
            onChange={(event) => setPrivate(event.currentTarget.checked)}
          />
        )}
        {!note && (
          <>
            <Button variant="subtle" onClick={() => picker.current?.click()}>
              {timeline.attach}
            </Button>
            <FilePicker ref={picker} label={timeline.attach} onFiles={take} />
          </>
        )}
      </div>
    </form>
  );
}
