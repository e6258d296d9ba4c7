/** A mailbox: of most providers the address says where it is; the rest opens for who needs it. */
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { findMailProvider, type MailProvider, mailProviders } from '#contract/mail-providers.ts';
import { useConnectionWords } from '../../../ui/words-of/connections.ts';
import classes from '../connections.module.css';
import type { FieldsProps, KindForm, SettingsOf } from './kind-form.ts';
import { PasswordField } from './password-field.tsx';

type Settings = SettingsOf<'imap'>;

/** What is known of the provider is filled in; what somebody typed by hand for a domain of their own stays. */
function withAddress(settings: Settings, address: string): Settings {
  const provider = findMailProvider(address);
  const userName = settings.userName === settings.address ? address : settings.userName;
  return provider ? withProvider({ ...settings, address }, provider) : { ...settings, address, userName };
}

function withProvider(settings: Settings, { imap, userName }: MailProvider): Settings {
  const { address } = settings;
  const name = userName === 'address' ? address : address.slice(0, Math.max(0, address.lastIndexOf('@')));
  return { ...settings, ...imap, userName: name, signIn: 'password' };
}

function Fields({ settings, onSettings, problems, isMending, ...secret }: FieldsProps<'imap'>) {
  const { form, hints } = useConnectionWords();
  const provider = mailProviders.find(({ imap }) => imap.host === settings.host) ?? null;
  const [isOpen, setOpen] = useState(isMending);
  const set = (values: Partial<Settings>) => onSettings({ ...settings, ...values });
  const isUnknown = settings.address.includes('@') && provider === null;
  const hint = provider && (provider.hint === 'permission' ? 'app-password' : provider.hint);
  return (
    <>
      <TextInput
        label={form.address}
        type="email"
        required
        withAsterisk={false}
        autoComplete="off"
        data-autofocus
        value={settings.address}
        error={problems.address}
        onChange={(event) => onSettings(withAddress(settings, event.currentTarget.value.trim()))}
      />
      <PasswordField {...secret} isMending={isMending} problems={problems} {...(hint && { hint: hints[hint] })} />
      <details
        className={classes.details}
        open={isOpen || isUnknown || problems.settings !== undefined}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{form.server}</summary>
        <div className={classes.fields}>
          <TextInput
            label={form.userName}
            required
            withAsterisk={false}
            value={settings.userName}
            error={problems.userName}
            onChange={(event) => set({ userName: event.currentTarget.value })}
          />
          <div className={classes.pair}>
            <TextInput
              label={form.host}
              required
              withAsterisk={false}
              value={settings.host}
              error={problems.host}
              onChange={(event) => set({ host: event.currentTarget.value.trim() })}
            />
            <NumberInput
              label={form.port}
              required
              withAsterisk={false}
              min={1}
              max={65_535}
              hideControls
              value={settings.port}
              error={problems.port}
              onChange={(port) => set({ port: Number(port) })}
            />
          </div>
          <Select
            label={form.security}
            allowDeselect={false}
            value={settings.security}
            data={(['tls', 'starttls', 'none'] as const).map((value) => ({ value, label: form.securities[value] }))}
            onChange={(security) => set({ security: (security ?? 'tls') as Settings['security'] })}
          />
          <TextInput
            label={form.since}
            description={form.sinceHint}
            type="date"
            value={settings.since ?? ''}
            error={problems.since}
            onChange={(event) => set({ since: event.currentTarget.value || null })}
          />
          <Textarea
            label={form.ignored}
            description={form.ignoredHint}
            autosize
            minRows={2}
            value={settings.ignored.join('\n')}
            error={problems.ignored}
            onChange={(event) => set({ ignored: event.currentTarget.value.split('\n').slice(0, 500) })}
          />
        </div>
      </details>
    </>
  );
}

export const imapForm: KindForm<'imap'> = {
  hasSecret: true,
  begin: ({ email }) =>
    withAddress(
      {
        kind: 'imap',
        address: '',
        userName: '',
        host: '',
        port: 993,
        security: 'tls',
        signIn: 'password',
        since: null,
        ignored: [],
      },
      email,
    ),
  Fields,
};
