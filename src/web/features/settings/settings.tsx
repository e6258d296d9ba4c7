import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useWords } from '../../ui/words.tsx';
import { CalendarFeed } from './calendar-feed.tsx';
import { Fields } from './fields.tsx';
import { FirmSettings } from './firm-settings.tsx';
import { Groups } from './groups.tsx';
import { Keys } from './keys.tsx';
import { MeSettings } from './me-settings.tsx';
import { NotificationSettings } from './notification-settings.tsx';
import { Parameters } from './parameters.tsx';
import { RelationTypes } from './relation-types.tsx';
import classes from './settings.module.css';
import { Sources } from './sources.tsx';
import { Tags } from './tags.tsx';
import { Users } from './users.tsx';

const sections = [
  'me',
  'notifications',
  'calendar',
  'firm',
  'users',
  'keys',
  'sources',
  'fields',
  'tags',
  'groups',
  'types',
  'parameters',
] as const;
type Section = (typeof sections)[number];

export function Settings({ section }: { section: string }) {
  const { settings } = useWords();
  const { data: me } = useQuery(queries.me());
  const shown: Section = sections.find((name) => name === section) ?? 'me';
  if (!me) return null;
  const pages: Record<Section, React.ReactNode> = {
    me: <MeSettings user={me.user} />,
    notifications: <NotificationSettings />,
    calendar: <CalendarFeed />,
    firm: <FirmSettings me={me} />,
    users: <Users self={me.user} />,
    keys: <Keys />,
    sources: <Sources />,
    fields: <Fields isOwner={me.user.role === 'owner'} />,
    tags: <Tags />,
    groups: <Groups />,
    types: <RelationTypes />,
    parameters: <Parameters isOwner={me.user.role === 'owner'} />,
  };
  return (
    <div>
      <PageHead title={settings.title} />
      <div className={classes.settings}>
        <nav className={classes.sections} aria-label={settings.title}>
          {sections.map((name) => (
            <Link
              key={name}
              to="/settings/$section"
              params={{ section: name }}
              className={classes.section}
              aria-current={name === shown ? 'page' : undefined}
            >
              {settings.sections[name]}
            </Link>
          ))}
        </nav>
        <section className={classes.body} aria-labelledby="section">
          <h2 id="section">{settings.sections[shown]}</h2>
          {pages[shown]}
        </section>
      </div>
    </div>
  );
}
