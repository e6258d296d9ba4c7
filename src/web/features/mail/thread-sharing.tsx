import type { MailThread } from '#contract/mailroom.ts';
import { useWords } from '../../ui/words.tsx';

/** What colleagues see of this conversation, in words. */
export function ThreadSharing({ thread }: { thread: MailThread }) {
  const { sharing } = useWords().mail;
  if (thread.mailbox.isFirms) return <span>{sharing.firms}</span>;
  if (!thread.mailbox.isMine) return null;
  return <span>{sharing.thread(sharing.levels[thread.sharing ?? thread.mailboxSharing])}</span>;
}
