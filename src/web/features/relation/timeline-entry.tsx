import type { ReactNode } from 'react';
import type { TimelineItem } from '#contract/timeline.ts';
import { sayField } from '../../ui/changes/say-change.ts';
import { useSpeech } from '../../ui/changes/use-speech.ts';
import { useSpoken } from '../../ui/words.tsx';
import { AttachedFiles } from './attached-files.tsx';
import { Moment } from './moment.tsx';
import { NoteEntry } from './note-entry.tsx';
import classes from './timeline.module.css';

type Item<N extends TimelineItem['noun']> = Extract<TimelineItem, { noun: N }>;

/** One line of the timeline, each kind in its own words. */
export function TimelineEntry({ item, partyId }: { item: TimelineItem; partyId: string }) {
  switch (item.noun) {
    case 'interaction':
      return <Moment item={item} partyId={partyId} />;
    case 'note':
      return <NoteEntry note={item.note} partyId={partyId} />;
    case 'promise':
      return <PromiseEntry item={item} />;
    case 'task':
      return <TaskEntry item={item} />;
    case 'fault':
      return <FaultEntry item={item} />;
    case 'file':
      return <FileEntry item={item} partyId={partyId} />;
    case 'change':
      return <ChangeEntry item={item} />;
  }
}

interface LineProps {
  readonly at: string;
  readonly what: string;
  readonly who: string;
  readonly children?: ReactNode;
}

function Line({ at, what, who, children }: LineProps) {
  const { formats } = useSpoken();
  return (
    <li className={classes.moment}>
      <time dateTime={at} className={classes.when}>
        {formats.dateTime(at)}
      </time>
      <div className={classes.what}>
        <p>
          <span className={classes.kind}>{what}</span> <span className="soft">{who}</span>
        </p>
        {children}
      </div>
    </li>
  );
}

function PromiseEntry({ item }: { item: Item<'promise'> }) {
  const { words, formats } = useSpoken();
  const { promise } = words.timeline;
  const who = item.owedBy === 'ours' ? promise.ours(item.colleague.name) : promise.theirs(item.party.name);
  const ending = item.outcome ? words.relation.outcomes[item.outcome] : promise.due(formats.date(item.dueAt));
  return (
    <Line at={item.at} what={promise.what} who={who}>
      <p>{item.text}</p>
      <p className="soft small">{ending}</p>
    </Line>
  );
}

function TaskEntry({ item }: { item: Item<'task'> }) {
  const { words, formats } = useSpoken();
  const { task } = words.timeline;
  const due = item.dueOn ? task.due(formats.date(item.dueOn)) : null;
  const ending = item.doneAt ? task.done(item.doneBy?.name ?? item.assignee.name) : due;
  return (
    <Line at={item.at} what={task.what} who={task.by(item.assignee.name)}>
      <p data-done={item.doneAt !== null} className={classes.task}>
        {item.title}
      </p>
      {ending && <p className="soft small">{ending}</p>}
    </Line>
  );
}

function FaultEntry({ item }: { item: Item<'fault'> }) {
  const { words, formats } = useSpoken();
  const { fault } = words.timeline;
  return (
    <Line at={item.at} what={fault.what} who="">
      <p>{item.what}</p>
      {item.madeGoodAt && (
        <p className="soft small">
          {fault.good(formats.date(item.madeGoodAt))}
          {item.madeGoodHow && `: ${item.madeGoodHow}`}
        </p>
      )}
    </Line>
  );
}

function FileEntry({ item, partyId }: { item: Item<'file'>; partyId: string }) {
  const { timeline } = useSpoken().words;
  const who = item.file.uploadedBy ? timeline.note.by(item.file.uploadedBy.name) : '';
  return (
    <Line at={item.at} what={timeline.file.what} who={who}>
      <AttachedFiles files={[item.file]} partyId={partyId} />
    </Line>
  );
}

function ChangeEntry({ item }: { item: Item<'change'> }) {
  const speech = useSpeech();
  const { words, formats } = speech;
  const { change } = words.timeline;
  const who = item.by?.name ?? change.nobody;
  const [first, ...others] = item.fields.map((name) => sayField(name, speech));
  const acts = { create: change.created, remove: change.removed, restore: change.restored, update: change.linked };
  const isEdit = item.of === 'party' && item.act === 'update' && first !== undefined;
  const said = isEdit
    ? change.changed(who, first, others.length)
    : item.of === 'party'
      ? acts[item.act](who)
      : change.linked(who);
  return (
    <li className={classes.moment} data-quiet>
      <time dateTime={item.at} className={classes.when}>
        {formats.dateTime(item.at)}
      </time>
      <p className="soft small">{said}</p>
    </li>
  );
}
