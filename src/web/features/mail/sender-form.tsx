import { Button, PasswordInput, Select, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';
import type { MailSender } from '#contract/mail-senders.ts';
import type { RichText } from '#contract/rich-text.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../ui/words.tsx';
import { useMailWords } from '../../ui/words-of/mail.ts';
import classes from './letter.module.css';
import { MailboxSharing } from './mailbox-sharing.tsx';

const Editor = lazy(() =>
  import('../../ui/rich-text/rich-text-editor.tsx').then((loaded) => ({ default: loaded.RichTextEditor })),
);
const securities = ['tls', 'starttls', 'none'] as const;

/** One mailbox: how it sends and signs, and what of it is shared. */
export function SenderForm({ sender }: { sender: MailSender }) {
  const { settings, sharing } = useMailWords();
  const [isOpen, setOpen] = useState(false);
  const { server } = sender;
  return (
    <div className={classes.sender}>
      <div className={classes.buttons}>
        <h3>{sender.address}</h3>
        <span className="soft small">{server ? settings.sendsWith(server.host) : settings.readsOnly}</span>
        {sender.mayChange && !isOpen && (
          <Button
            size="xs"
            variant="default"
            aria-label={`${settings.set}: ${sender.address}`}
            onClick={() => setOpen(true)}
          >
            {settings.set}
          </Button>
        )}
      </div>
      {isOpen && <Fields sender={sender} onClose={() => setOpen(false)} />}
      {sender.isFirms ? (
        <p className="soft small">{sharing.firms}</p>
      ) : (
        <MailboxSharing connectionId={sender.connectionId} />
      )}
    </div>
  );
}

function Fields({ sender, onClose }: { sender: MailSender; onClose: () => void }) {
  const words = useWords();
  const { settings, out } = useMailWords();
  const [form, setForm] = useState(() => ({ ...(sender.server ?? sender.proposed), password: '' }));
  const [hasOwn, setOwn] = useState(sender.server?.hasOwnSecret ?? false);
  const [name, setName] = useState(sender.name ?? '');
  const [signature, setSignature] = useState<RichText | null>(sender.signature);
  const [keepsSent, setKeepsSent] = useState(sender.keepsSent);
  const params = { connectionId: sender.connectionId };
  const touches = [['mail', 'senders'], ['changes']];
  const save = useAct({
    run: () => {
      const { host, port, security, userName, password } = form;
      const secret = hasOwn ? (password === '' ? {} : { password }) : { password: null };
      const body = { host, port, security, userName, name: name.trim() || null, signature, keepsSent, ...secret };
      const headers = { ...newKey(), ...(sender.server ? ifMatch(sender.version) : {}) };
      return api.mailSenders.set({ ...nothing, params, body, headers });
    },
    touches,
  });
  const test = useAct({
    run: () => api.mailSenders.test({ ...nothing, params, headers: newKey() }),
    onDone: ({ problem, words: said }) => {
      const trouble = problem && `${out.problems[problem]}${said === null ? '' : ` ${out.serverSaid(said)}`}`;
      notifications.show({ message: trouble ?? settings.works, ...(trouble && { color: 'red', autoClose: 12_000 }) });
      if (!trouble) onClose();
    },
  });
  const stop = useAct({
    run: () => api.mailSenders.remove({ ...nothing, params, headers: newKey() }),
    touches,
    onDone: () => {
      notifications.show({ message: settings.stopped });
      onClose();
    },
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined, { onSuccess: () => test.mutate() });
      }}
    >
      <div className={classes.grid}>
        <TextInput
          label={settings.server}
          value={form.host}
          required
          onChange={(event) => setForm({ ...form, host: event.currentTarget.value })}
        />
        <TextInput
          label={settings.port}
          value={String(form.port)}
          inputMode="numeric"
          required
          onChange={(event) => setForm({ ...form, port: Number(event.currentTarget.value.replace(/\D/g, '')) })}
        />
        <Select
          label={settings.security}
          value={form.security}
          allowDeselect={false}
          data={securities.map((value) => ({ value, label: settings.securities[value] }))}
          onChange={(value) => setForm({ ...form, security: securities.find((one) => one === value) ?? 'tls' })}
        />
      </div>
      <TextInput
        label={settings.userName}
        value={form.userName}
        autoComplete="off"
        required
        onChange={(event) => setForm({ ...form, userName: event.currentTarget.value })}
      />
      <Switch label={settings.ownPassword} checked={hasOwn} onChange={(event) => setOwn(event.currentTarget.checked)} />
      {hasOwn && (
        <PasswordInput
          label={settings.password}
          description={sender.server?.hasOwnSecret ? settings.passwordKept : undefined}
          autoComplete="new-password"
          required={!sender.server?.hasOwnSecret}
          value={form.password}
          onChange={(event) => setForm({ ...form, password: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={settings.name}
        value={name}
        maxLength={300}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Suspense>
        <Editor
          label={settings.signature}
          placeholder={settings.signaturePlaceholder}
          start={sender.signature}
          people={[]}
          onChange={setSignature}
          onSubmit={() => undefined}
          onCancel={() => undefined}
          onFiles={() => undefined}
        />
      </Suspense>
      <Switch
        label={settings.keepsSent}
        description={settings.keepsSentHint}
        checked={keepsSent}
        onChange={(event) => setKeepsSent(event.currentTarget.checked)}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending || test.isPending}>
          {settings.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.shell.cancel}
        </Button>
        {sender.server && (
          <Button variant="subtle" onClick={() => stop.mutate()}>
            {settings.stop}
          </Button>
        )}
      </div>
    </form>
  );
}
