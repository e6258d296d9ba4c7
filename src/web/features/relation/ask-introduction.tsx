import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Way } from '#contract/network.ts';
import type { RichText } from '#contract/rich-text.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useNetworkWords } from '../../ui/words-of/network.ts';
import { LeaveIntroduction } from './leave-introduction.tsx';
import classes from './network-tab.module.css';

/** A draft to the first outsider of a way. Where no mailbox sends, the text to take along. */
export function AskIntroduction({ way, target }: { way: Way; target: string }) {
  const words = useNetworkWords().way;
  const navigate = useNavigate();
  const [isTaken, setTaken] = useState(false);
  const [first, asked] = way.people;
  const draft = useDraft(asked?.name ?? '', target);
  const write = useAct({
    run: (partyId: string) =>
      api.outboxMails.create({
        ...nothing,
        body: { partyId, subject: draft.subject, body: draft.body },
        headers: newKey(),
      }),
    touches: [['mail', 'out']],
    isQuiet: true,
    onDone: ({ id }) => void navigate({ to: '/mail/write/$outboxId', params: { outboxId: id } }),
    onFailed: () => setTaken(true),
  });
  if (!asked || !first) return null;
  return (
    <div className={`${classes.ask} noPrint`}>
      <Button size="compact-sm" variant="default" loading={write.isPending} onClick={() => write.mutate(asked.id)}>
        {words.write(asked.name)}
      </Button>
      {!way.isMine && (
        <>
          <span className="soft small">{words.betterKnown(first.name)}</span>
          <LeaveIntroduction colleague={first} askedId={asked.id} draft={draft} />
        </>
      )}
      {isTaken && <TakenDraft draft={draft} onClose={() => setTaken(false)} />}
    </div>
  );
}

interface Draft {
  readonly subject: string;
  readonly text: string;
  readonly body: RichText;
}

function useDraft(name: string, target: string): Draft {
  const { mail } = useNetworkWords().way;
  const lines = [mail.greeting(name.split(' ')[0] ?? name), mail.ask(target), mail.free];
  const content = lines.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }));
  return { subject: mail.subject(target), text: lines.join('\n\n'), body: { type: 'doc', content } };
}

function TakenDraft({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const words = useNetworkWords().way;
  const [isCopied, setCopied] = useState(false);
  const href = `mailto:?subject=${encodeURIComponent(draft.subject)}&body=${encodeURIComponent(draft.text)}`;
  const copy = () =>
    void navigator.clipboard
      .writeText(`${draft.subject}\n\n${draft.text}`)
      .then(() => setCopied(true))
      .catch(() => undefined);
  return (
    <Dialog title={words.copyTitle} onClose={onClose}>
      <div className={classes.draft}>
        <p className="soft small">{words.copyLead}</p>
        <p>
          <strong>{draft.subject}</strong>
        </p>
        <p className={classes.text}>{draft.text}</p>
        <div className={classes.ask}>
          <Button onClick={copy}>{words.copy}</Button>
          <Button variant="default" component="a" href={href}>
            {words.program}
          </Button>
          <span role="status">{isCopied && words.copied}</span>
        </div>
      </div>
    </Dialog>
  );
}
