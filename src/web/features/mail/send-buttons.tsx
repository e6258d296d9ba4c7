import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type Ref, useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './letter.module.css';
import { SendLater } from './send-later.tsx';
import type { useLetter } from './use-letter.ts';
import { useThrowAway } from './use-throw-away.ts';

interface Props {
  readonly ref: Ref<HTMLButtonElement>;
  readonly held: ReturnType<typeof useLetter>;
  readonly isAskedFor: boolean;
  /** A file is still on its way up. */
  readonly isBusy: boolean;
}

export function SendButtons({ ref, held, isAskedFor, isBusy }: Props) {
  const { words, formats } = useSpoken();
  const { letter } = useMailWords();
  const { mail, flush, isSaving, hasFailed } = held;
  const navigate = useNavigate();
  const [isChoosing, setChoosing] = useState(false);
  const params = { outboxId: mail.id };
  const leave = () => {
    if (mail.answers) void navigate({ to: '/mail/$threadId', params: { threadId: mail.answers.threadId } });
    else if (mail.party) void navigate({ to: '/relations/$partyId', params: { partyId: mail.party.id }, search: {} });
    else void navigate({ to: '/mail', search: {} });
  };
  const recall = useAct({
    run: () => api.outboxMails.recall({ ...nothing, params, headers: newKey() }),
    touches: [['mail']],
    onDone: () => void navigate({ to: '/mail/write/$outboxId', params }),
  });
  const send = useAct({
    run: async (at: string | null) => {
      await flush();
      const body = { isAskedFor, ...(at !== null && { at }) };
      return api.outboxMails.send({ ...nothing, params, body, headers: newKey() });
    },
    touches: [
      ['mail', 'out'],
      ['mail', 'threads'],
    ],
    onDone: ({ laterAt, to }) => {
      const names = formats.list(to.map(({ name, address }) => name ?? address));
      const message = laterAt === null ? letter.going(names) : letter.goingLater(formats.dateTime(laterAt));
      showUndo({ message, label: letter.recall, close: words.shell.close, onUndo: () => recall.mutate() });
      leave();
    },
  });
  const throwAway = useThrowAway(leave);
  const isStopped = mail.missing.length > 0 || (mail.unwilling.length > 0 && !isAskedFor);
  const state = hasFailed ? letter.notSaved : isSaving ? letter.saving : letter.saved;
  return (
    <div className={classes.buttons}>
      <Button
        ref={ref}
        type="button"
        onClick={() => send.mutate(null)}
        loading={send.isPending}
        disabled={isStopped || isBusy}
      >
        {letter.send}
      </Button>
      <Button type="button" variant="default" onClick={() => setChoosing(true)} disabled={isStopped || isBusy}>
        {letter.later}
      </Button>
      <Button type="button" variant="subtle" onClick={() => throwAway.mutate(mail.id)}>
        {letter.throwAway}
      </Button>
      <span className="soft small" aria-live="polite">
        {state}
      </span>
      {isChoosing && (
        <SendLater
          onClose={() => setChoosing(false)}
          onChoose={(at) => {
            setChoosing(false);
            send.mutate(at);
          }}
        />
      )}
    </div>
  );
}
