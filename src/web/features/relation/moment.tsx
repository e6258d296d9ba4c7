import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useRef } from 'react';
import type { TimelineMoment } from '#contract/timeline.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { FilePicker } from '../../ui/file-picker.tsx';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { AttachedFiles } from './attached-files.tsx';
import { FoundAt } from './found-at.tsx';
import { MomentBenefits } from './moment-benefits.tsx';
import { PinnedSign } from './pinned-sign.tsx';
import classes from './timeline.module.css';
import { useAttach } from './use-attach.ts';
import { useMakeReport } from './use-make-report.ts';
import { usePin } from './use-pin.ts';

const MomentReport = lazy(() => import('./moment-report.tsx').then((loaded) => ({ default: loaded.MomentReport })));

/** One contact moment: when, who, what, what it brought; the text where it is the reader's to see. */
export function Moment({ item, partyId }: { item: TimelineMoment; partyId: string }) {
  const { words, formats } = useSpoken();
  const { relation } = words;
  const { timeline } = relation;
  const from = item.direction === 'ours' ? timeline.fromUs(item.ours.name) : timeline.fromThem(item.theirs.name);
  const kind = relation.kinds[item.kind] ?? item.kind;
  const channel = relation.channels[item.channel] ?? item.channel;
  const what = item.kind === 'message' ? channel : kind;
  return (
    <li className={classes.moment} data-direction={item.direction}>
      <time dateTime={item.at} className={classes.when}>
        {formats.dateTime(item.at)}
      </time>
      <div className={classes.what}>
        <p>
          <span className={classes.kind}>{what}</span> <span className="soft">{from}</span>
          {item.receiverCount > 1 && <span className="soft"> {timeline.others(item.receiverCount - 1)}</span>}
          <PinnedSign isPinned={item.isPinned} />
        </p>
        {item.subject && (
          <p className={classes.subject}>
            {item.threadId === null ? (
              item.subject
            ) : (
              <Link to="/mail/$threadId" params={{ threadId: item.threadId }}>
                {item.subject}
              </Link>
            )}
          </p>
        )}
        {item.snippet && <p className={classes.snippet}>{item.snippet}</p>}
        {item.keptLine && (
          <p className="serif">
            <span className="soft small">{words.records.kept.title}:</span> {item.keptLine}
          </p>
        )}
        {item.found && <FoundAt {...item.found} />}
        {item.textWithheld && <p className="soft small">{timeline.withheld(item.ours.name)}</p>}
        <MomentBenefits benefits={item.benefits} />
        <AttachedFiles files={item.files} partyId={partyId} />
        {item.kind === 'complaint' && item.direction === 'theirs' && !item.textWithheld && (
          <Suspense>
            <MomentReport interactionId={item.id} partyId={partyId} />
          </Suspense>
        )}
      </div>
      <MomentMenu item={item} partyId={partyId} />
    </li>
  );
}

function MomentMenu({ item, partyId }: { item: TimelineMoment; partyId: string }) {
  const words = useSpoken().words;
  const { shell } = words;
  const { timeline } = words.relation;
  const { sayDone } = useUndoRecord();
  const { attach } = useAttach(partyId);
  const picker = useRef<HTMLInputElement>(null);
  const params = { interactionId: item.id };
  const touches = [['party', partyId], ['tie'], ['parties'], ['today']];
  const share = useAct({
    run: (shared: boolean) => api.interactions.share({ ...nothing, params, body: { shared }, headers: newKey() }),
    touches,
    onDone: (_, shared) => notifications.show({ message: shared ? timeline.shared : timeline.unshared }),
  });
  const remove = useAct({
    run: () => api.interactions.remove({ ...nothing, params, headers: { ...newKey(), ...ifMatch(item.version) } }),
    touches,
    onDone: () => sayDone(timeline.removed, item.id),
  });
  const sharing = {
    label: item.shared ? timeline.unshare : timeline.share,
    onChoose: () => share.mutate(!item.shared),
  };
  const make = useMakeReport(item.id);
  const reporting = { label: timeline.makeReport, onChoose: () => make.mutate() };
  const isTheirs = item.direction === 'theirs' && item.kind === 'message';
  const attaching = { label: words.timeline.attach, onChoose: () => picker.current?.click() };
  const removing = { label: timeline.remove, onChoose: () => remove.mutate() };
  const pin = usePin(item, partyId);
  // A mail whose words one may not read is not one's own to change either.
  const choices = item.textWithheld
    ? [pin]
    : [pin, ...(item.mayShare ? [sharing] : []), ...(isTheirs ? [reporting] : []), attaching, removing];
  return (
    <>
      <LazyMenu
        label={`${shell.more}: ${item.subject ?? item.kind}`}
        className={`${classes.more} noPrint`}
        parts={[{ choices }]}
      >
        <IconDots size={18} aria-hidden="true" />
      </LazyMenu>
      <FilePicker
        ref={picker}
        label={words.timeline.attach}
        onFiles={(files) => void attach(files, { noun: 'interaction', recordId: item.id })}
      />
    </>
  );
}
