import { Button, CopyButton, TextInput } from '@mantine/core';
import { notifications as toast } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { api, newKey, nothing } from '../../api/client.ts';
import { taskQueries } from '../../api/task-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './settings.module.css';

/** One's own calendar elsewhere follows along by a secret link. */
export function CalendarFeed() {
  const { words, formats } = useSpoken();
  const { shell } = words;
  const { feed } = words.notifications;
  const asked = useQuery(taskQueries.calendarFeed());
  const touches = [['calendar-feed']];
  const renew = useAct({
    run: () => api.calendarFeeds.renew({ ...nothing, headers: newKey() }),
    touches,
    onDone: () => toast.show({ message: feed.made }),
  });
  const remove = useAct({
    run: () => api.calendarFeeds.remove({ ...nothing, headers: newKey() }),
    touches,
    onDone: () => toast.show({ message: feed.removed }),
  });
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const { url, readAt } = asked.data;
  if (url === null) {
    return (
      <>
        <p className="soft">{feed.lead}</p>
        <div>
          <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
            {feed.make}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <p className="soft">{feed.lead}</p>
      <div className={classes.secret}>
        <TextInput label={feed.link} readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <div>
              <Button size="xs" onClick={copy}>
                {copied ? shell.copied : shell.copy}
              </Button>
            </div>
          )}
        </CopyButton>
        <p className="small">{feed.secret}</p>
      </div>
      <p className="soft">
        {feed.how} {readAt ? feed.read(formats.date(readAt)) : feed.unread}.
      </p>
      <div className={classes.part}>
        <p className="soft">{feed.renewHint}</p>
        <div style={{ display: 'flex', gap: 8 }}>
          <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
            {feed.renew}
          </Button>
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
            {feed.remove}
          </Button>
        </div>
      </div>
    </>
  );
}
