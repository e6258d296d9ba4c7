/** Accounts where people meet in public: Bluesky, Mastodon, a Discourse forum. */
import { TextInput } from '@mantine/core';
import { useWords } from '../../../ui/words.tsx';
import type { FieldsProps, KindForm } from './kind-form.ts';
import { PasswordField } from './password-field.tsx';

interface LineProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
  readonly isAddress?: boolean;
  readonly isFirst?: boolean;
}

export function Line({ label, hint, value, problem, onChange, isAddress = false, isFirst = false }: LineProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      {...(isAddress && { type: 'url' })}
      {...(isFirst && { 'data-autofocus': true })}
      required
      withAsterisk={false}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      value={value}
      error={problem}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
    />
  );
}

function BlueskyFields({ settings, onSettings, problems, ...secret }: FieldsProps<'bluesky'>) {
  const { social } = useWords();
  return (
    <>
      <p className="soft small">{social.isPublic}</p>
      <Line
        label={social.blueskyHandle}
        hint={social.blueskyHandleHint}
        value={settings.handle}
        problem={problems.handle}
        onChange={(handle) => onSettings({ ...settings, handle })}
        isFirst
      />
      <PasswordField {...secret} problems={problems} label={social.appPassword} hint={social.appPasswordHint} />
      <Line
        label={social.server}
        hint={social.blueskyServerHint}
        value={settings.server}
        problem={problems.server}
        onChange={(server) => onSettings({ ...settings, server })}
        isAddress
      />
    </>
  );
}

function MastodonFields({ settings, onSettings, problems, ...secret }: FieldsProps<'mastodon'>) {
  const { social } = useWords();
  return (
    <>
      <p className="soft small">{social.isPublic}</p>
      <Line
        label={social.server}
        hint={social.mastodonServerHint}
        value={settings.server}
        problem={problems.server}
        onChange={(server) => onSettings({ ...settings, server })}
        isAddress
        isFirst
      />
      <PasswordField {...secret} problems={problems} label={social.token} hint={social.tokenHint} />
    </>
  );
}

function DiscourseFields({ settings, onSettings, problems, ...secret }: FieldsProps<'discourse'>) {
  const { social } = useWords();
  return (
    <>
      <p className="soft small">{social.isPublic}</p>
      <Line
        label={social.forum}
        hint={social.forumHint}
        value={settings.server}
        problem={problems.server}
        onChange={(server) => onSettings({ ...settings, server })}
        isAddress
        isFirst
      />
      <Line
        label={social.forumName}
        hint=""
        value={settings.userName}
        problem={problems.userName}
        onChange={(userName) => onSettings({ ...settings, userName })}
      />
      <PasswordField {...secret} problems={problems} label={social.apiKey} hint={social.apiKeyHint} />
    </>
  );
}

export const blueskyForm: KindForm<'bluesky'> = {
  hasSecret: true,
  begin: () => ({ kind: 'bluesky', server: 'https://bsky.social', handle: '' }),
  Fields: BlueskyFields,
};

export const mastodonForm: KindForm<'mastodon'> = {
  hasSecret: true,
  begin: () => ({ kind: 'mastodon', server: '' }),
  Fields: MastodonFields,
};

export const discourseForm: KindForm<'discourse'> = {
  hasSecret: true,
  begin: () => ({ kind: 'discourse', server: '', userName: '' }),
  Fields: DiscourseFields,
};
