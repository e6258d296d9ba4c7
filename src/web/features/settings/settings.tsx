import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { queries } from '../../api/queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useCurrentInView } from '../../ui/use-current-in-view.ts';
import { useTimePassed } from '../../ui/use-time-passed.ts';
import { useWords } from '../../ui/words.tsx';
import { MeSettings } from './me-settings.tsx';
import classes from './settings.module.css';

const BenefitKinds = lazy(() => import('./benefit-kinds.tsx').then((loaded) => ({ default: loaded.BenefitKinds })));
const BriefSettings = lazy(() => import('./brief-settings.tsx').then((loaded) => ({ default: loaded.BriefSettings })));
const CalendarFeed = lazy(() => import('./calendar-feed.tsx').then((loaded) => ({ default: loaded.CalendarFeed })));
const Fields = lazy(() => import('./fields.tsx').then((loaded) => ({ default: loaded.Fields })));
const FirmSettings = lazy(() => import('./firm-settings.tsx').then((loaded) => ({ default: loaded.FirmSettings })));
const Groups = lazy(() => import('./groups.tsx').then((loaded) => ({ default: loaded.Groups })));
const HouseRules = lazy(() => import('./house-rules.tsx').then((loaded) => ({ default: loaded.HouseRules })));
const Keeping = lazy(() => import('./keeping.tsx').then((loaded) => ({ default: loaded.Keeping })));
const Keys = lazy(() => import('./keys.tsx').then((loaded) => ({ default: loaded.Keys })));
const NotificationSettings = lazy(() =>
  import('./notification-settings.tsx').then((loaded) => ({ default: loaded.NotificationSettings })),
);
const Parameters = lazy(() => import('./parameters.tsx').then((loaded) => ({ default: loaded.Parameters })));
const RelationTypes = lazy(() => import('./relation-types.tsx').then((loaded) => ({ default: loaded.RelationTypes })));
const Sources = lazy(() => import('./sources.tsx').then((loaded) => ({ default: loaded.Sources })));
const Tags = lazy(() => import('./tags.tsx').then((loaded) => ({ default: loaded.Tags })));
const Users = lazy(() => import('./users.tsx').then((loaded) => ({ default: loaded.Users })));

const sections = [
  'me',
  'notifications',
  'keeping',
  'rules',
  'calendar',
  'firm',
  'users',
  'keys',
  'hooks',
  'sources',
  'fields',
  'tags',
  'groups',
  'types',
  'benefits',
  'parameters',
] as const;
type Section = (typeof sections)[number];

/** `hooks`: a section that is a feature of its own. */
export function Settings({ section, hooks }: { section: string; hooks: React.ReactNode }) {
  const { settings } = useWords();
  const { data: me } = useQuery(queries.me());
  const shown: Section = sections.find((name) => name === section) ?? 'me';
  // The page and its menu first, then what a section needs.
  const isThere = useTimePassed(0);
  const strip = useCurrentInView<HTMLElement>(`${shown} ${me !== undefined}`);
  if (!me) return null;
  const pages: Record<Section, React.ReactNode> = {
    me: <MeSettings user={me.user} />,
    notifications: <NotificationSettings />,
    keeping: <Keeping />,
    rules: <HouseRules isOwner={me.user.role === 'owner'} />,
    calendar: (
      <>
        <CalendarFeed />
        <BriefSettings />
      </>
    ),
    firm: <FirmSettings me={me} />,
    users: <Users self={me.user} />,
    keys: <Keys />,
    hooks: me.user.role === 'owner' ? hooks : <p className="soft">{settings.ownerOnly}</p>,
    sources: <Sources />,
    fields: <Fields isOwner={me.user.role === 'owner'} />,
    tags: <Tags />,
    groups: <Groups />,
    types: <RelationTypes />,
    benefits: <BenefitKinds isOwner={me.user.role === 'owner'} />,
    parameters: <Parameters isOwner={me.user.role === 'owner'} />,
  };
  return (
    <div>
      <PageHead title={settings.title} />
      <div className={classes.settings}>
        <nav ref={strip} className={classes.sections} aria-label={settings.title}>
          <Link to="/connections" className={classes.section}>
            {settings.sections.connections}
          </Link>
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
          {isThere && <Suspense>{pages[shown]}</Suspense>}
        </section>
      </div>
    </div>
  );
}
