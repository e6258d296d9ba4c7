import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, newKey, nothing } from '../../api/client.ts';
import { mailQueries } from '../../api/mail-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useMailWords } from '../../ui/words-of/mail.ts';

/** They asked for no mail that they did not ask for: written down here, and where that comes from. */
export function MailRefusal({ partyId }: { partyId: string }) {
  const { refusal: words } = useMailWords();
  const { sayDone } = useUndoRecord();
  const { data } = useQuery(mailQueries.refusal(partyId));
  const params = { partyId };
  const note = useAct({
    run: (isRefused: boolean) =>
      isRefused
        ? api.mailRefusals.set({ ...nothing, params, body: {}, headers: newKey() })
        : api.mailRefusals.remove({ ...nothing, params, headers: newKey() }),
    touches: [['party', partyId], ['changes']],
    onDone: (_, isRefused) => sayDone(isRefused ? words.noted : words.lifted, partyId),
  });
  const origins = { hand: words.byHand(data?.notedBy ?? null), mail: words.byMail, wish: words.byWish };
  return (
    <Switch
      label={words.set}
      description={data?.origin && origins[data.origin]}
      checked={data?.isRefused ?? false}
      // Who would rather not be contacted at all is no matter of mail alone: that is said above.
      disabled={!data || data.origin === 'wish' || note.isPending}
      onChange={(event) => note.mutate(event.currentTarget.checked)}
    />
  );
}
