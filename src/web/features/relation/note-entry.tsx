import { IconDots, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Note } from '#contract/notes.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { FilePicker } from '../../ui/file-picker.tsx';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { RichTextView } from '../../ui/rich-text/rich-text-view.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { AttachedFiles } from './attached-files.tsx';
import { NoteForm } from './note-form.tsx';
import { PinnedSign } from './pinned-sign.tsx';
import classes from './timeline.module.css';
import { useAttach } from './use-attach.ts';
import { usePin } from './use-pin.ts';

const minuteMs = 60_000;

/** A note as it is read; changing it happens in its place. */
export function NoteEntry({ note, partyId }: { note: Note; partyId: string }) {
  const { words, formats } = useSpoken();
  const { note: said } = words.timeline;
  const [isEditing, setEditing] = useState(false);
  const wasEdited = Date.parse(note.updatedAt) - Date.parse(note.createdAt) > minuteMs && note.version > 1;
  return (
    <li className={classes.moment} data-note>
      <time dateTime={note.createdAt} className={classes.when}>
        {formats.dateTime(note.createdAt)}
      </time>
      <div className={classes.what}>
        <p>
          <span className={classes.kind}>{said.what}</span> <span className="soft">{said.by(note.author.name)}</span>
          {wasEdited && <span className="soft small"> · {said.edited}</span>}
          {note.isPrivate && (
            <span className="soft small">
              {' '}
              · <IconLock size={13} className={classes.sign} aria-hidden="true" /> {said.private}
            </span>
          )}
          <PinnedSign isPinned={note.isPinned} />
        </p>
        {isEditing ? (
          <NoteForm partyId={partyId} note={note} onClose={() => setEditing(false)} />
        ) : (
          <RichTextView body={note.body} />
        )}
        <AttachedFiles files={note.files} partyId={partyId} />
      </div>
      <NoteMenu note={note} partyId={partyId} onEdit={() => setEditing(true)} />
    </li>
  );
}

function NoteMenu({ note, partyId, onEdit }: { note: Note; partyId: string; onEdit: () => void }) {
  const { shell, timeline } = useSpoken().words;
  const { note: said } = timeline;
  const { data: me } = useQuery(queries.me());
  const { sayDone } = useUndoRecord();
  const pin = usePin(note, partyId);
  const { attach } = useAttach(partyId);
  const picker = useRef<HTMLInputElement>(null);
  const params = { noteId: note.id };
  const touches = [['party', partyId]];
  const change = useAct({
    run: (body: { isPrivate: boolean }) => api.notes.update({ ...nothing, params, body, headers: newKey() }),
    touches,
  });
  const remove = useAct({
    run: () => api.notes.remove({ ...nothing, params, headers: newKey() }),
    touches,
    onDone: () => sayDone(said.removed, note.id),
  });
  const closing = {
    label: note.isPrivate ? said.open : said.close,
    onChoose: () => change.mutate({ isPrivate: !note.isPrivate }),
  };
  const choices = [
    { label: said.edit, onChoose: onEdit },
    pin,
    { label: timeline.attach, onChoose: () => picker.current?.click() },
    ...(me?.user.id === note.author.id ? [closing] : []),
    { label: timeline.note.removeAct, onChoose: () => remove.mutate() },
  ];
  return (
    <>
      <LazyMenu
        label={`${shell.more}: ${note.text.slice(0, 40)}`}
        className={`${classes.more} noPrint`}
        parts={[{ choices }]}
      >
        <IconDots size={18} aria-hidden="true" />
      </LazyMenu>
      <FilePicker
        ref={picker}
        label={timeline.attach}
        onFiles={(files) => void attach(files, { noun: 'note', recordId: note.id })}
      />
    </>
  );
}
