import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconFlower, IconLogout } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { User } from '#contract/me.ts';
import { locales } from '#messages/locales.ts';
import { signOut } from '../api/account.ts';
import { api, newKey, nothing } from '../api/client.ts';
import { useAct } from '../api/use-act.ts';
import { useLanguage } from '../ui/language.tsx';
import { useWords } from '../ui/words.tsx';
import classes from './account-menu.module.css';
import { cache } from './cache.ts';

const schemes = ['auto', 'light', 'dark'] as const;

export function AccountMenu({ user }: { user: User }) {
  const { shell } = useWords();
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
      cache.clear();
      void navigate({ to: '/sign-in', search: {} });
    },
  });
  return (
    <Menu position="top-start" width={230} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={`${shell.account}: ${user.name}`}>
          <span className={classes.initials} data-initials={initialsOf(user.name)} />
          <span className={classes.name}>{user.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{shell.language}</Menu.Label>
        {locales.map((choice) => (
          <Menu.Item
            key={choice}
            lang={choice}
            rightSection={choice === locale && <IconCheck size={16} aria-hidden="true" />}
            aria-current={choice === locale}
            onClick={() => {
              speak(choice);
              keepLocale.mutate(choice);
            }}
          >
            {shell.languages[choice]}
          </Menu.Item>
        ))}
        <Menu.Label>{shell.scheme}</Menu.Label>
        {schemes.map((choice) => (
          <Menu.Item
            key={choice}
            rightSection={choice === colorScheme && <IconCheck size={16} aria-hidden="true" />}
            aria-current={choice === colorScheme}
            onClick={() => setColorScheme(choice)}
          >
            {shell.schemes[choice]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconFlower size={16} aria-hidden="true" />}
          onClick={() => void navigate({ to: '/glyph' })}
        >
          {shell.glyphPage}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden="true" />} onClick={() => leave.mutate()}>
          {shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const first = parts[0]?.[0] ?? '';
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
