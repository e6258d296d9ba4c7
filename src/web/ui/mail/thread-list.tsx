/** Conversations, a line each: who, about what, how it begins, when. */
import { IconPaperclip } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { MailThread } from '#contract/mailroom.ts';
import { useSpoken } from '../words.tsx';
import { useMailWords } from '../words-of/mail.ts';
import classes from './thread-list.module.css';

interface Props {
  readonly threads: readonly MailThread[];
  /** Where several mailboxes stand among each other. */
  readonly namesMailbox: boolean;
}

export function ThreadList({ threads, namesMailbox }: Props) {
  return (
    <ul className={classes.list}>
      {threads.map((thread) => (
        <ThreadLine key={thread.id} thread={thread} namesMailbox={namesMailbox} />
      ))}
    </ul>
  );
}

function ThreadLine({ thread, namesMailbox }: { thread: MailThread; namesMailbox: boolean }) {
  const { formats } = useSpoken();
  const { inbox } = useMailWords();
  const { latest } = thread;
  const isUnread = thread.unreadCount > 0;
  const subject = thread.subject || inbox.noSubject;
  return (
    <li>
      <Link
        to="/mail/$threadId"
        params={{ threadId: thread.id }}
        className={classes.line}
        data-unread={isUnread}
        data-list-row
      >
        <span className={classes.who}>
          {isUnread && <span className={classes.dot} role="img" aria-label={inbox.unreadCount(thread.unreadCount)} />}
          {whoOf(thread, inbox)}
          {thread.messageCount > 1 && (
            <span className={classes.count} title={inbox.count(thread.messageCount)}>
              {thread.messageCount}
            </span>
          )}
        </span>
        <span className={classes.about}>
          <span className={classes.subject}>{thread.level === 'when' ? inbox.withheld : subject}</span>
          {latest?.snippet && <span className={classes.snippet}> {latest.snippet}</span>}
        </span>
        <span className={classes.side}>
          {latest?.hasAttachments && <IconPaperclip size={15} stroke={1.6} aria-label={inbox.withFiles} role="img" />}
          {namesMailbox && <span className={classes.box}>{thread.mailbox.name}</span>}
          <time dateTime={thread.lastAt}>{formats.shortDate(thread.lastAt, Date.now())}</time>
        </span>
      </Link>
    </li>
  );
}

type InboxWords = ReturnType<typeof useMailWords>['inbox'];

function whoOf({ latest, mailbox }: MailThread, inbox: InboxWords): string {
  if (!latest) return mailbox.name;
  if (latest.direction === 'in') return latest.from.name ?? latest.from.address;
  return inbox.to(latest.to.map(({ name, address }) => name ?? address).join(', '));
}
