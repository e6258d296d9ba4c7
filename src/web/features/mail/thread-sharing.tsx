import { IconChevronDown } from '@tabler/icons-react';
import type { MailSharing, MailThread } from '#contract/mailroom.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './mail.module.css';
import { capitalised, sharingLevels } from './sharing-levels.ts';

/** What colleagues see of this conversation, in words; the owner of the mailbox says otherwise from here. */
export function ThreadSharing({ thread }: { thread: MailThread }) {
  const { sharing } = useMailWords();
  const { sayDone } = useUndoRecord();
  const share = useAct({
    run: (level: MailSharing | null) =>
      api.mailShares.setThread({
        ...nothing,
        params: { threadId: thread.id },
        body: { sharing: level },
        headers: { ...newKey(), ...ifMatch(thread.version) },
      }),
    touches: [['mail'], ['party'], ['changes']],
    onDone: () => sayDone(sharing.changed, thread.id),
  });
  if (thread.mailbox.isFirms) return <span>{sharing.firms}</span>;
  if (!thread.mailbox.isMine) return null;
  const choices = [
    {
      label: sharing.asMailbox(sharing.levels[thread.mailboxSharing]),
      isCurrent: thread.sharing === null,
      onChoose: () => share.mutate(null),
    },
    ...sharingLevels.map((level) => ({
      label: `${capitalised(sharing.levels[level])}. ${sharing.hints[level]}`,
      isCurrent: thread.sharing === level,
      onChoose: () => share.mutate(level),
    })),
  ];
  const said = sharing.thread(sharing.levels[thread.sharing ?? thread.mailboxSharing]);
  return (
    <LazyMenu label={`${sharing.title}: ${said}`} className={classes.quiet ?? ''} parts={[{ choices }]}>
      {said}
      <IconChevronDown size={14} aria-hidden="true" />
    </LazyMenu>
  );
}
