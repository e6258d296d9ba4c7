import { UnstyledButton } from '@mantine/core';
import {
  IconAddressBook,
  IconCalendar,
  IconChecklist,
  IconEye,
  IconFileImport,
  IconMail,
  IconSearch,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { User } from '#contract/me.ts';
import { useWords } from '../ui/words.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Bell } from './bell.tsx';
import classes from './rail.module.css';

const places = [
  { to: '/', name: 'today', Icon: IconSun, exact: true },
  { to: '/relations', name: 'relations', Icon: IconAddressBook, exact: false },
  { to: '/mail', name: 'mail', Icon: IconMail, exact: false },
  { to: '/agenda', name: 'agenda', Icon: IconCalendar, exact: false },
  { to: '/tasks', name: 'tasks', Icon: IconChecklist, exact: false },
  { to: '/insight', name: 'insight', Icon: IconEye, exact: false, isRare: true },
  { to: '/import', name: 'imports', Icon: IconFileImport, exact: false, isRare: true },
  { to: '/settings', name: 'settings', Icon: IconSettings, exact: false, isRare: true },
] as const;

export function Rail({ user, onSearch }: { user: User; onSearch: () => void }) {
  const { shell } = useWords();
  return (
    <header className={`${classes.rail} noPrint`}>
      <Link to="/" className={classes.mark} aria-label={`${shell.product}, ${shell.nav.today}`}>
        {shell.product}
      </Link>
      <UnstyledButton
        className={classes.search}
        onClick={onSearch}
        aria-keyshortcuts="Control+K"
        data-keys={isMac ? '⌘K' : 'Ctrl K'}
      >
        <IconSearch size={18} stroke={1.6} aria-hidden="true" />
        <span className={classes.searchText}>{shell.search}</span>
      </UnstyledButton>
      <nav aria-label={shell.nav.label} className={classes.nav}>
        {places.map(({ to, name, Icon, exact, ...rest }) => (
          <Link
            key={name}
            to={to}
            search={{}}
            activeOptions={{ exact, includeSearch: false }}
            className={classes.place}
            data-rare={'isRare' in rest}
            activeProps={{ 'aria-current': 'page' }}
          >
            <Icon size={20} stroke={1.5} aria-hidden="true" />
            <span>{shell.nav[name]}</span>
          </Link>
        ))}
      </nav>
      <Bell />
      <AccountMenu user={user} />
    </header>
  );
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
