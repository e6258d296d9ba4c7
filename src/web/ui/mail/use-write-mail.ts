/** Begins a mail and goes on to the page on which it is written. */
import { useNavigate } from '@tanstack/react-router';
import type { RichText } from '#contract/rich-text.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';

interface Begin {
  readonly partyId?: string;
  readonly answersMailId?: string;
  readonly toAll?: boolean;
  readonly subject?: string;
  readonly body?: RichText;
}

/** `otherwise`: what is done where no mailbox is connected. */
export function useWriteMail(otherwise?: () => void) {
  const navigate = useNavigate();
  return useAct({
    run: (body: Begin) => api.outboxMails.create({ ...nothing, body, headers: newKey() }),
    touches: [['mail', 'out']],
    isQuiet: otherwise !== undefined,
    onDone: ({ id }) => void navigate({ to: '/mail/write/$outboxId', params: { outboxId: id } }),
    ...(otherwise && { onFailed: otherwise }),
  });
}
