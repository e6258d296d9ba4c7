import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MailSharing } from '#contract/mailroom.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { mailQueries } from '../../api/mail-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './letter.module.css';
import { capitalised, sharingLevels } from './sharing-levels.ts';

/** What colleagues see of a mailbox, each choice with what it means. */
export function MailboxSharing({ connectionId }: { connectionId: string }) {
  const { settings, sharing } = useMailWords();
  const { data } = useQuery(mailQueries.sharing(connectionId));
  const { sayDone } = useUndoRecord();
  const share = useAct({
    run: (level: MailSharing) =>
      api.mailShares.setMailbox({
        ...nothing,
        params: { connectionId },
        body: { sharing: level },
        headers: { ...newKey(), ...(data && ifMatch(data.version)) },
      }),
    touches: [['mail'], ['party'], ['connections'], ['changes']],
    onDone: () => sayDone(sharing.changed, connectionId),
  });
  if (!data) return null;
  return (
    <Radio.Group
      label={settings.sharingTitle}
      value={data.sharing}
      onChange={(level) => {
        const chosen = sharingLevels.find((one) => one === level);
        if (chosen) share.mutate(chosen);
      }}
    >
      <div className={classes.levels}>
        {sharingLevels.map((level) => (
          <Radio
            key={level}
            value={level}
            label={capitalised(sharing.levels[level])}
            description={sharing.hints[level]}
            disabled={!data.mayChange || share.isPending}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
