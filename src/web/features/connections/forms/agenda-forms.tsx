/** An agenda that is read and written (CalDAV), or one that may only be read (its link). */
import { Select, TextInput } from '@mantine/core';
import { useAgendaWords } from '../../../ui/words-of/agenda.ts';
import { useConnectionWords } from '../../../ui/words-of/connections.ts';
import { calendarProviders, providerOf } from './calendar-providers.ts';
import type { FieldsProps, KindForm } from './kind-form.ts';
import { PasswordField } from './password-field.tsx';

function CalDavFields({ settings, onSettings, problems, ...secret }: FieldsProps<'caldav'>) {
  const connections = useConnectionWords();
  const agenda = useAgendaWords();
  const { form } = connections;
  const { label, ...providers } = agenda.providers;
  return (
    <>
      <Select
        label={label}
        allowDeselect={false}
        data={calendarProviders.map(({ name }) => ({ value: name, label: providers[name] }))}
        value={providerOf(settings.address)}
        onChange={(name) => {
          const address = calendarProviders.find((provider) => provider.name === name)?.address ?? '';
          onSettings({ ...settings, address });
        }}
      />
      <AddressField
        value={settings.address}
        problem={problems.address}
        onChange={(address) => onSettings({ ...settings, address })}
      />
      <TextInput
        label={form.userName}
        required
        withAsterisk={false}
        autoComplete="off"
        value={settings.userName}
        error={problems.userName}
        onChange={(event) => onSettings({ ...settings, userName: event.currentTarget.value })}
      />
      <PasswordField {...secret} problems={problems} />
      <TextInput
        label={form.since}
        description={form.sinceHint}
        type="date"
        value={settings.since ?? ''}
        error={problems.since}
        onChange={(event) => onSettings({ ...settings, since: event.currentTarget.value || null })}
      />
    </>
  );
}

function ICalFields({ settings, onSettings, problems }: FieldsProps<'ical'>) {
  return (
    <AddressField
      value={settings.address}
      problem={problems.address}
      onChange={(address) => onSettings({ ...settings, address })}
    />
  );
}

interface AddressProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (address: string) => void;
}

export function AddressField({ value, problem, onChange }: AddressProps) {
  const { form } = useConnectionWords();
  return (
    <TextInput
      label={form.webAddress}
      description={form.webAddressHint}
      type="url"
      required
      withAsterisk={false}
      autoComplete="off"
      data-autofocus
      value={value}
      error={problem}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
    />
  );
}

export const caldavForm: KindForm<'caldav'> = {
  hasSecret: true,
  begin: ({ email }) => ({ kind: 'caldav', address: '', userName: email, signIn: 'password', since: null }),
  Fields: CalDavFields,
};

export const icalForm: KindForm<'ical'> = {
  hasSecret: false,
  begin: () => ({ kind: 'ical', address: '' }),
  Fields: ICalFields,
};
