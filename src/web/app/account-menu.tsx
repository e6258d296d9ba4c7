import { useMantineColorScheme } from '@mantine/core';
import {
  IconEye,
  IconFileImport,
  IconFlower,
  IconHistory,
  IconLogout,
  IconSettings,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { User } from '#contract/me.ts';
import { locales } from '#messages/locales.ts';
import { signOut } from '../api/account.ts';
import { api, newKey, nothing } from '../api/client.ts';
import { useAct } from '../api/use-act.ts';
import { useLanguage } from '../ui/language.tsx';
import { LazyMenu, type MenuPart } from '../ui/lazy-menu.tsx';
import { useWords } from '../ui/words.tsx';
import classes from './account-menu.module.css';
import { forgetSession } from './forget-session.ts';

const schemes = ['auto', 'light', 'dark'] as const;

export function AccountMenu({ user }: { user: User }) {
  const { shell, changes } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { locale, speak } = useLanguage();
  const navigate = useNavigate();
  const keepLocale = useAct({
    run: (chosen: (typeof locales)[number]) =>
      api.me.update({ ...nothing, body: { locale: chosen }, headers: newKey() }),
    touches: [['me']],
  });
  const leave = useAct({
    run: signOut,
    onDone: () => {
      forgetSession();
      void navigate({ to: '/sign-in', search: {} });
    },
  });
  const parts: MenuPart[] = [
    {
      title: shell.language,
      choices: locales.map((choice) => ({
        label: shell.languages[choice],
        lang: choice,
        isCurrent: choice === locale,
        onChoose: () => {
          speak(choice);
          keepLocale.mutate(choice);
        },
      })),
    },
    {
      title: shell.scheme,
      choices: schemes.map((choice) => ({
        label: shell.schemes[choice],
        isCurrent: choice === colorScheme,
        onChoose: () => setColorScheme(choice),
      })),
    },
    {
      choices: [
        { label: shell.nav.insight, icon: <IconEye size={16} />, onChoose: () => void navigate({ to: '/insight' }) },
        {
          label: shell.nav.imports,
          icon: <IconFileImport size={16} />,
          onChoose: () => void navigate({ to: '/import' }),
        },
        {
          label: shell.nav.settings,
          icon: <IconSettings size={16} />,
          onChoose: () => void navigate({ to: '/settings/$section', params: { section: 'me' } }),
        },
        { label: changes.title, icon: <IconHistory size={16} />, onChoose: () => void navigate({ to: '/history' }) },
        { label: changes.binTitle, icon: <IconTrash size={16} />, onChoose: () => void navigate({ to: '/bin' }) },
        { label: shell.glyphPage, icon: <IconFlower size={16} />, onChoose: () => void navigate({ to: '/glyph' }) },
        { label: shell.signOut, icon: <IconLogout size={16} />, onChoose: () => leave.mutate() },
      ],
    },
  ];
  return (
    <LazyMenu
      label={`${shell.account}: ${user.name}`}
      className={classes.account ?? ''}
      parts={parts}
      position="top-start"
    >
      <span className={classes.initials} data-initials={initialsOf(user.name)} />
      <span className={classes.name}>{user.name}</span>
    </LazyMenu>
  );
}

function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const first = parts[0]?.[0] ?? '';
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
