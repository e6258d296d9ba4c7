import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TimelineItem } from '#contract/timeline.ts';
import { sayField } from '../../ui/changes/say-change.ts';
import { useSpeech } from '../../ui/changes/use-speech.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { AttachedFiles } from './attached-files.tsx';
import { FoundAt } from './found-at.tsx';
import { Moment } from './moment.tsx';
import { NoteEntry } from './note-entry.tsx';
import { PinnedSign } from './pinned-sign.tsx';
import classes from './timeline.module.css';
import { usePin } from './use-pin.ts';

type Item<N extends TimelineItem['noun']> = Extract<TimelineItem, { noun: N }>;
type Props<N extends TimelineItem['noun']> = { readonly item: Item<N>; readonly partyId: string };

/** One line of the timeline, each kind in its own words. */
export function TimelineEntry({ item, partyId }: { item: TimelineItem; partyId: string }) {
  switch (item.noun) {
    case 'interaction':
      return <Moment item={item} partyId={partyId} />;
    case 'note':
      return <NoteEntry note={item.note} partyId={partyId} />;
    case 'promise':
      return <PromiseEntry item={item} partyId={partyId} />;
    case 'task':
      return <TaskEntry item={item} partyId={partyId} />;
    case 'fault':
      return <FaultEntry item={item} partyId={partyId} />;
    case 'idea':
      return <IdeaEntry item={item} partyId={partyId} />;
    case 'file':
      return <FileEntry item={item} partyId={partyId} />;
    case 'publication':
      return <PublicationEntry item={item} partyId={partyId} />;
    case 'change':
      return <ChangeEntry item={item} />;
  }
}

interface LineProps {
  readonly item: { readonly id: string; readonly at: string; readonly isPinned: boolean };
  readonly partyId: string;
  readonly what: string;
  readonly who: string;
  readonly children?: ReactNode;
}

function Line({ item, partyId, what, who, children }: LineProps) {
  const { words, formats } = useSpoken();
  const pin = usePin(item, partyId);
  return (
    <li className={classes.moment}>
      <time dateTime={item.at} className={classes.when}>
        {formats.dateTime(item.at)}
      </time>
      <div className={classes.what}>
        <p>
          <span className={classes.kind}>{what}</span> <span className="soft">{who}</span>
          <PinnedSign isPinned={item.isPinned} />
        </p>
        {children}
      </div>
      <LazyMenu
        label={`${words.shell.more}: ${what}, ${formats.dateTime(item.at)}`}
        className={`${classes.more} noPrint`}
        parts={[{ choices: [pin] }]}
      >
        <IconDots size={18} aria-hidden="true" />
      </LazyMenu>
    </li>
  );
}

function PromiseEntry({ item, partyId }: Props<'promise'>) {
  const { words, formats } = useSpoken();
  const { promise } = words.timeline;
  const who = item.owedBy === 'ours' ? promise.ours(item.colleague.name) : promise.theirs(item.party.name);
  const ending = item.outcome ? words.relation.outcomes[item.outcome] : promise.due(formats.date(item.dueAt));
  return (
    <Line item={item} partyId={partyId} what={promise.what} who={who}>
      <p>{item.text}</p>
      <p className="soft small">{ending}</p>
    </Line>
  );
}

function TaskEntry({ item, partyId }: Props<'task'>) {
  const { words, formats } = useSpoken();
  const { task } = words.timeline;
  const due = item.dueOn ? task.due(formats.date(item.dueOn)) : null;
  const ending = item.doneAt ? task.done(item.doneBy?.name ?? item.assignee.name) : due;
  return (
    <Line item={item} partyId={partyId} what={task.what} who={task.by(item.assignee.name)}>
      <p data-done={item.doneAt !== null} className={classes.task}>
        {item.title}
      </p>
      {ending && <p className="soft small">{ending}</p>}
    </Line>
  );
}

function FaultEntry({ item, partyId }: Props<'fault'>) {
  const { words, formats } = useSpoken();
  const { fault } = words.timeline;
  return (
    <Line item={item} partyId={partyId} what={fault.what} who="">
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

/** What came of it stands on the day it was there: hers, whoever made it. */
function IdeaEntry({ item, partyId }: Props<'idea'>) {
  const { idea } = useSpoken().words.timeline;
  const naming = item.naming === 'yes' ? idea.named : item.naming === 'no' ? idea.unnamed : null;
  const facts = [item.isTold ? null : idea.untold, item.isThanked ? null : idea.unthanked, naming];
  return (
    <Line item={item} partyId={partyId} what={idea.grew(item.deliveredIn)} who={idea.what(item.party.name)}>
      <p>{idea.from(item.text)}</p>
      <p className="soft small">{facts.filter((fact) => fact !== null).join(' ')}</p>
    </Line>
  );
}

function FileEntry({ item, partyId }: Props<'file'>) {
  const { timeline } = useSpoken().words;
  const who = item.file.uploadedBy ? timeline.note.by(item.file.uploadedBy.name) : '';
  return (
    <Line item={item} partyId={partyId} what={timeline.file.what} who={who}>
      <AttachedFiles files={[item.file]} partyId={partyId} />
    </Line>
  );
}

function PublicationEntry({ item, partyId }: Props<'publication'>) {
  const { timeline } = useSpoken().words;
  return (
    <Line item={item} partyId={partyId} what={timeline.publication.what} who={timeline.publication.by(item.party.name)}>
      <p>{item.title}</p>
      {item.summary && <p className={classes.snippet}>{item.summary}</p>}
      <FoundAt link={item.link} through={item.through} at={item.foundAt} />
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
