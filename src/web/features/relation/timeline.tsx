import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Party } from '#contract/parties.ts';
import type { TimelineItem } from '#contract/timeline.ts';
import { queries } from '../../api/queries.ts';
import { useActs } from '../../ui/acts.ts';
import { useCapturing } from '../../ui/capturing.tsx';
import { FilePicker } from '../../ui/file-picker.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { DropFiles } from './drop-files.tsx';
import { foldChanges } from './fold-changes.ts';
import { NoteForm } from './note-form.tsx';
import type { RelationPlace } from './relation-place.ts';
import classes from './timeline.module.css';
import { TimelineEntry } from './timeline-entry.tsx';
import { TimelineFilter } from './timeline-filter.tsx';
import { useAttach } from './use-attach.ts';

interface Props {
  readonly party: Party;
  readonly place: RelationPlace;
  readonly onPlace: (place: RelationPlace) => void;
}

/** Everything that happened, newest first, by month; what is pinned on top; and quick ways to add to it. */
export function Timeline({ party, place, onPlace }: Props) {
  const { words, formats } = useSpoken();
  const { relation, shell, timeline } = words;
  const asked = useInfiniteQuery(queries.timeline(party.id, place.kinds));
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const pinned = asked.data?.pages[0]?.pinned ?? [];
  const months = groupByMonth(foldChanges(items, formats.dayKey), formats.monthYear);
  return (
    <div className={classes.timeline}>
      <Additions party={party} />
      <TimelineFilter place={place} onPlace={onPlace} />
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isSuccess && items.length + pinned.length === 0 && (
        <p className="soft">{place.kinds ? timeline.nothing : relation.timeline.empty}</p>
      )}
      {pinned.length > 0 && <Part title={timeline.pinned} items={pinned} partyId={party.id} />}
      {months.map(({ month, moments }) => (
        <Part key={month} title={month} items={moments} partyId={party.id} />
      ))}
      {asked.hasNextPage && (
        <Button
          className="noPrint"
          variant="default"
          loading={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {shell.loadMore}
        </Button>
      )}
    </div>
  );
}

function Part({ title, items, partyId }: { title: string; items: readonly TimelineItem[]; partyId: string }) {
  return (
    <section aria-label={title}>
      <h3 className={classes.month}>{title}</h3>
      <ol className={classes.moments}>
        {items.map((item) => (
          <TimelineEntry key={item.id} item={item} partyId={partyId} />
        ))}
      </ol>
    </section>
  );
}

/** A moment, a note, a file: each one step away; files also by letting them go anywhere on the page. */
function Additions({ party }: { party: Party }) {
  const { timeline } = useSpoken().words;
  const { open } = useCapturing();
  const [isWriting, setWriting] = useState(false);
  const { adding, attach } = useAttach(party.id);
  const picker = useRef<HTMLInputElement>(null);
  useActs([
    { id: 'writeNote', name: timeline.write, where: 'relation', kind: 'act', keys: ['n'], run: () => setWriting(true) },
  ]);
  const take = (files: readonly File[]) => void attach(files, { noun: 'party', recordId: party.id });
  return (
    <div className={`${classes.additions} noPrint`}>
      <div className={classes.acts}>
        {!party.isOwn && (
          <Button onClick={open} aria-keyshortcuts="c">
            {timeline.capture}
          </Button>
        )}
        <Button variant="default" onClick={() => setWriting(true)} disabled={isWriting} aria-keyshortcuts="n">
          {timeline.write}
        </Button>
        <Button variant="subtle" onClick={() => picker.current?.click()}>
          {timeline.attach}
        </Button>
      </div>
      {isWriting && <NoteForm partyId={party.id} onClose={() => setWriting(false)} />}
      <p aria-live="polite" className="soft small">
        {adding.map(timeline.file.adding).join(' · ')}
      </p>
      <DropFiles name={party.name} onFiles={take} />
      <FilePicker ref={picker} label={timeline.attach} onFiles={take} />
    </div>
  );
}

function groupByMonth(items: readonly TimelineItem[], monthOf: (at: string) => string) {
  const groups: { month: string; moments: TimelineItem[] }[] = [];
  for (const item of items) {
    const month = monthOf(item.at);
    const last = groups.at(-1);
    if (last?.month === month) last.moments.push(item);
    else groups.push({ month, moments: [item] });
  }
  return groups;
}
