/** The map of pages. Each is fetched when first visited; what stands in the address bar is checked here. */
import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { isSignedIn } from '../api/account.ts';
import { noteSilence } from '../api/connection.ts';
import { askForList, type ListState } from '../api/list-queries.ts';
import { queries } from '../api/queries.ts';
import { readListState } from '../features/relations/list-state.ts';
import { cache } from './cache.ts';
import { Frame } from './frame.tsx';
import { forgetMe, keepMe, readMe } from './kept-me.ts';
import { Crashed, Lost } from './page-trouble.tsx';
import {
  readAgendaPlace,
  readIdeasPlace,
  readMailPlace,
  readRelationPlace,
  readReportsPlace,
  readTasksPlace,
  readText,
  readWhatIfPlace,
} from './search-params.ts';

const root = createRootRoute({ notFoundComponent: Lost, errorComponent: Crashed });

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search) => readText(search, 'token'),
}).lazy(() => import('./routes/setup.tsx').then(({ route }) => route));

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search) => readText(search, 'next'),
}).lazy(() => import('./routes/sign-in.tsx').then(({ route }) => route));

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ location }) => {
    if (cache.getQueryData(queries.me().queryKey)) return;
    const kept = readMe();
    const signedIn = await isSignedIn().catch((error) => {
      // Without a connection the program opens for whom it opened last; every answer of the house still asks who one is.
      if (!kept) throw error;
      cache.setQueryData(queries.me().queryKey, kept, { updatedAt: 0 });
      noteSilence();
      return null;
    });
    if (signedIn === null) return;
    if (signedIn) {
      keepMe(await cache.ensureQueryData(queries.me()));
      return;
    }
    forgetMe();
    const { needed } = await cache.fetchQuery(queries.setup());
    if (needed) throw redirect({ to: '/setup', search: {} });
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
  },
});

const today = createRoute({ getParentRoute: () => frame, path: '/' }).lazy(() =>
  import('./routes/today.tsx').then(({ route }) => route),
);
const welcome = createRoute({ getParentRoute: () => frame, path: '/welcome' }).lazy(() =>
  import('./routes/welcome.tsx').then(({ route }) => route),
);
const relations = createRoute({
  getParentRoute: () => frame,
  path: '/relations',
  validateSearch: readListState,
  // Asked before the page itself is fetched and drawn.
  beforeLoad: ({ search }) => askForList(cache, search),
}).lazy(() => import('./routes/relations.tsx').then(({ route }) => route));
const relation = createRoute({
  getParentRoute: () => frame,
  path: '/relations/$partyId',
  validateSearch: readRelationPlace,
}).lazy(() => import('./routes/relation.tsx').then(({ route }) => route));
const tasks = createRoute({
  getParentRoute: () => frame,
  path: '/tasks',
  validateSearch: readTasksPlace,
}).lazy(() => import('./routes/tasks.tsx').then(({ route }) => route));
const proposals = createRoute({ getParentRoute: () => frame, path: '/proposals' }).lazy(() =>
  import('./routes/proposals.tsx').then(({ route }) => route),
);
const reports = createRoute({
  getParentRoute: () => frame,
  path: '/reports',
  validateSearch: readReportsPlace,
}).lazy(() => import('./routes/reports.tsx').then(({ route }) => route));
const report = createRoute({ getParentRoute: () => frame, path: '/reports/$reportId' }).lazy(() =>
  import('./routes/report.tsx').then(({ route }) => route),
);
const ideas = createRoute({
  getParentRoute: () => frame,
  path: '/ideas',
  validateSearch: readIdeasPlace,
}).lazy(() => import('./routes/ideas.tsx').then(({ route }) => route));
const plans = createRoute({ getParentRoute: () => frame, path: '/plans' }).lazy(() =>
  import('./routes/plans.tsx').then(({ route }) => route),
);
const surveys = createRoute({ getParentRoute: () => frame, path: '/surveys' }).lazy(() =>
  import('./routes/surveys.tsx').then(({ route }) => route),
);
const check = createRoute({ getParentRoute: () => frame, path: '/check' }).lazy(() =>
  import('./routes/check.tsx').then(({ route }) => route),
);
const insight = createRoute({ getParentRoute: () => frame, path: '/insight' }).lazy(() =>
  import('./routes/insight.tsx').then(({ route }) => route),
);
const giveAndTake = createRoute({ getParentRoute: () => frame, path: '/give-and-take' }).lazy(() =>
  import('./routes/give-and-take.tsx').then(({ route }) => route),
);
const whatIf = createRoute({
  getParentRoute: () => frame,
  path: '/what-if',
  validateSearch: readWhatIfPlace,
}).lazy(() => import('./routes/what-if.tsx').then(({ route }) => route));
const mail = createRoute({ getParentRoute: () => frame, path: '/mail', validateSearch: readMailPlace }).lazy(() =>
  import('./routes/mail.tsx').then(({ route }) => route),
);
const mailThread = createRoute({ getParentRoute: () => frame, path: '/mail/$threadId' }).lazy(() =>
  import('./routes/mail-thread.tsx').then(({ route }) => route),
);
const mailWrite = createRoute({ getParentRoute: () => frame, path: '/mail/write/$outboxId' }).lazy(() =>
  import('./routes/mail-write.tsx').then(({ route }) => route),
);
const mailOutgoing = createRoute({ getParentRoute: () => frame, path: '/mail/outgoing' }).lazy(() =>
  import('./routes/mail-outgoing.tsx').then(({ route }) => route),
);
const mailSettings = createRoute({ getParentRoute: () => frame, path: '/mail/settings' }).lazy(() =>
  import('./routes/mail-settings.tsx').then(({ route }) => route),
);
const agenda = createRoute({
  getParentRoute: () => frame,
  path: '/agenda',
  validateSearch: readAgendaPlace,
}).lazy(() => import('./routes/agenda.tsx').then(({ route }) => route));
const agendaEvent = createRoute({ getParentRoute: () => frame, path: '/agenda/$eventId' }).lazy(() =>
  import('./routes/agenda-event.tsx').then(({ route }) => route),
);
const relationBrief = createRoute({ getParentRoute: () => frame, path: '/relations/$partyId/brief' }).lazy(() =>
  import('./routes/relation-brief.tsx').then(({ route }) => route),
);
const notifications = createRoute({
  getParentRoute: () => frame,
  path: '/notifications',
  validateSearch: (search) => readText(search, 'open'),
}).lazy(() => import('./routes/notifications.tsx').then(({ route }) => route));
const connections = createRoute({ getParentRoute: () => frame, path: '/connections' }).lazy(() =>
  import('./routes/connections.tsx').then(({ route }) => route),
);
const imports = createRoute({ getParentRoute: () => frame, path: '/import' }).lazy(() =>
  import('./routes/imports.tsx').then(({ route }) => route),
);
const importRun = createRoute({ getParentRoute: () => frame, path: '/import/$importId' }).lazy(() =>
  import('./routes/import-run.tsx').then(({ route }) => route),
);
const hook = createRoute({ getParentRoute: () => frame, path: '/hooks/$hookId' }).lazy(() =>
  import('./routes/hook.tsx').then(({ route }) => route),
);
const network = createRoute({ getParentRoute: () => frame, path: '/network' }).lazy(() =>
  import('./routes/network.tsx').then(({ route }) => route),
);
const triage = createRoute({ getParentRoute: () => frame, path: '/triage' }).lazy(() =>
  import('./routes/triage.tsx').then(({ route }) => route),
);
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$section', params: { section: 'me' } });
  },
});
const settingsSection = createRoute({ getParentRoute: () => frame, path: '/settings/$section' }).lazy(() =>
  import('./routes/settings.tsx').then(({ route }) => route),
);
const history = createRoute({ getParentRoute: () => frame, path: '/history' }).lazy(() =>
  import('./routes/history.tsx').then(({ route }) => route),
);
const bin = createRoute({ getParentRoute: () => frame, path: '/bin' }).lazy(() =>
  import('./routes/bin.tsx').then(({ route }) => route),
);
const glyph = createRoute({ getParentRoute: () => frame, path: '/glyph' }).lazy(() =>
  import('./routes/glyph.tsx').then(({ route }) => route),
);

const inFrame = [
  today,
  welcome,
  relations,
  relation,
  agenda,
  agendaEvent,
  relationBrief,
  tasks,
  proposals,
  insight,
  whatIf,
  check,
  giveAndTake,
  plans,
  surveys,
  ideas,
  reports,
  report,
  mail,
  mailThread,
  mailWrite,
  mailOutgoing,
  mailSettings,
  notifications,
  imports,
  connections,
  importRun,
  hook,
  network,
  triage,
  settings,
  settingsSection,
  history,
  bin,
  glyph,
];

export const router = createRouter({
  routeTree: root.addChildren([setup, signIn, frame.addChildren(inFrame)]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultNotFoundComponent: Lost,
  defaultErrorComponent: Crashed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }

  /** The list one came from, to walk through it from its pages. */
  interface HistoryState {
    list?: ListState;
    /** Arrived to add somebody. */
    isAdding?: boolean;
  }
}
