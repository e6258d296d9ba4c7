import { Button, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Notification } from '#contract/notifications.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { taskQueries } from '../../api/task-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { leadsTo } from './leads-to.ts';
import classes from './notifications.module.css';

const touches = [['notifications']];

/** What was meant for one; reading it leads to what it is about. */
export function Notifications({ openId }: { openId: string | null }) {
  const { words } = useSpoken();
  const { notifications, shell } = words;
  const asked = useInfiniteQuery(taskQueries.notifications());
  const unread = useQuery(taskQueries.unread());
  const readAll = useAct({ run: () => api.notifications.readAll({ ...nothing, headers: newKey() }), touches });
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  useOpening(openId);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  return (
    <div className={classes.page}>
      <PageHead title={notifications.title} lead={notifications.lead}>
        {(unread.data?.unread ?? 0) > 0 && (
          <Button variant="default" onClick={() => readAll.mutate()} loading={readAll.isPending}>
            {notifications.readAll}
          </Button>
        )}
      </PageHead>
      {asked.isSuccess && items.length === 0 && <p className={classes.empty}>{notifications.empty}</p>}
      <ul className={classes.list}>
        {items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </ul>
      {asked.hasNextPage && (
        <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          {shell.loadMore}
        </Button>
      )}
      <p className={classes.foot}>
        <Link to="/settings/$section" params={{ section: 'notifications' }}>
          {notifications.settingsLink}
        </Link>
      </p>
    </div>
  );
}

function Line({ item }: { item: Notification }) {
  const { words, formats } = useSpoken();
  const { notifications } = words;
  const isUnread = item.readAt === null;
  const read = useRead();
  const said = notifications.says[item.kind]({
    party: item.party?.name ?? null,
    by: item.by?.name ?? null,
    about: item.about,
  });
  return (
    <li className={classes.line} data-unread={isUnread}>
      <Link {...leadsTo(item)} className={classes.said} onClick={() => isUnread && read.mutate({ item, isRead: true })}>
        {isUnread && <span className={classes.dot} role="img" aria-label={notifications.unread} />}
        {said}
      </Link>
      <time className={classes.when} dateTime={item.at}>
        {formats.dateTime(item.at)}
      </time>
      <UnstyledButton
        className={classes.quiet}
        aria-label={`${isUnread ? notifications.markRead : notifications.markUnread}: ${said}`}
        onClick={() => read.mutate({ item, isRead: isUnread })}
      >
        {isUnread ? notifications.markRead : notifications.markUnread}
      </UnstyledButton>
    </li>
  );
}

function useRead() {
  return useAct({
    run: ({ item, isRead }: { item: Notification; isRead: boolean }) =>
      api.notifications.read({
        ...nothing,
        params: { notificationId: item.id },
        body: { isRead },
        headers: newKey(),
      }),
    touches,
  });
}

/** Who comes by a push or a mail goes on to what it is about at once. */
function useOpening(openId: string | null) {
  const navigate = useNavigate();
  const read = useRead();
  const wasOpened = useRef(false);
  const { data: item } = useQuery({ ...taskQueries.notification(openId ?? ''), enabled: openId !== null });
  useEffect(() => {
    if (!item || wasOpened.current) return;
    wasOpened.current = true;
    read.mutate({ item, isRead: true });
    void navigate({ ...leadsTo(item), replace: true });
  }, [item, navigate, read]);
}
