/** The mail of one's mailboxes and the firm's: conversations, newest first. */
import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { mailQueries } from '../../api/mail-queries.ts';
import { ThreadList } from '../../ui/mail/thread-list.tsx';
import { useWriteMail } from '../../ui/mail/use-write-mail.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../ui/words.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './mail.module.css';
import { OutgoingLine } from './outgoing-line.tsx';

export interface MailPlace {
  readonly box?: string;
  readonly unread?: 'yes';
  readonly q?: string;
}

interface Props {
  readonly place: MailPlace;
  readonly onPlace: (place: MailPlace) => void;
}

export function Inbox({ place, onPlace }: Props) {
  const { shell } = useWords();
  const mail = useMailWords();
  const { inbox } = mail;
  const [text, setText] = useState(place.q ?? '');
  const q = useDeferredValue(text.trim());
  const senders = useQuery(mailQueries.senders());
  const boxes = senders.data?.items ?? [];
  const asked = useInfiniteQuery(
    mailQueries.threads({
      ...(place.box && { mailbox: place.box }),
      ...(place.unread && { unread: 'true' as const }),
      ...(q !== '' && { q }),
    }),
  );
  const write = useWriteMail();
  useKeptSearch(q, place, onPlace);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const threads = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  const hasNone = senders.isSuccess && boxes.length === 0;
  return (
    <div className={classes.page}>
      <PageHead title={mail.title} lead={mail.lead}>
        {boxes.length > 0 && (
          <Button onClick={() => write.mutate({})} loading={write.isPending}>
            {mail.write}
          </Button>
        )}
      </PageHead>
      <OutgoingLine />
      {hasNone && threads.length === 0 ? (
        <NoMailbox />
      ) : (
        <>
          <div className={classes.tools} role="search">
            <TextInput
              type="search"
              aria-label={inbox.search}
              placeholder={inbox.search}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              className={classes.search}
            />
            <Boxes place={place} boxes={boxes} onPlace={onPlace} />
          </div>
          {asked.isSuccess && threads.length === 0 && (
            <p className={classes.empty}>{q === '' ? inbox.nothing : inbox.nothingFound}</p>
          )}
          <ThreadList threads={threads} namesMailbox={boxes.length > 1 && !place.box} />
          {asked.hasNextPage && (
            <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
              {shell.loadMore}
            </Button>
          )}
        </>
      )}
      <p className={classes.foot}>
        <Link to="/mail/settings">{inbox.settings}</Link>
      </p>
    </div>
  );
}

/** What one searched for stands in the address bar, for the way back. */
function useKeptSearch(q: string, place: MailPlace, onPlace: (place: MailPlace) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows what is typed, nothing else.
  useEffect(() => {
    if (q === (place.q ?? '')) return;
    const { q: _before, ...rest } = place;
    onPlace(q === '' ? rest : { ...rest, q });
  }, [q]);
}

interface BoxProps extends Props {
  readonly boxes: readonly { readonly connectionId: string; readonly address: string }[];
}

function Boxes({ place, boxes, onPlace }: BoxProps) {
  const { inbox } = useMailWords();
  const { box, unread, ...rest } = place;
  const isAll = !box && !unread;
  return (
    <div className={classes.boxes} role="group" aria-label={inbox.boxes}>
      <UnstyledButton aria-pressed={isAll} onClick={() => onPlace(rest)}>
        {inbox.all}
      </UnstyledButton>
      <UnstyledButton
        aria-pressed={unread === 'yes'}
        onClick={() => onPlace({ ...rest, ...(box && { box }), ...(unread ? {} : { unread: 'yes' as const }) })}
      >
        {inbox.unread}
      </UnstyledButton>
      {boxes.length > 1 &&
        boxes.map(({ connectionId, address }) => (
          <UnstyledButton
            key={connectionId}
            aria-pressed={box === connectionId}
            onClick={() =>
              onPlace({ ...rest, ...(unread && { unread }), ...(box === connectionId ? {} : { box: connectionId }) })
            }
          >
            {address}
          </UnstyledButton>
        ))}
    </div>
  );
}

function NoMailbox() {
  const { inbox } = useMailWords();
  return (
    <div className={classes.none}>
      <p className={classes.empty}>{inbox.noMailbox}</p>
      <Button variant="default" component={Link} to="/connections">
        {inbox.connect}
      </Button>
    </div>
  );
}
