/** Which screens there are to show, and how one gets there. */
import type { Page } from 'playwright-core';

export interface Scene {
  readonly key: string;
  readonly title: string;
  readonly path: string;
  readonly states: readonly ('empty' | 'full')[];
  /** Keys to press once the page stands there. */
  readonly press?: string;
}

const both = ['empty', 'full'] as const;
const full = ['full'] as const;
const sections = [
  ['notifications', 'What one is told'],
  ['calendar', 'The calendar feed'],
  ['firm', 'The firm'],
  ['users', 'Users'],
  ['keeping', 'Keeping in touch'],
  ['keys', 'Keys'],
  ['hooks', 'Hooks'],
  ['sources', 'Sources'],
  ['fields', 'Fields of one’s own'],
  ['tags', 'Tags'],
  ['groups', 'Groups'],
  ['types', 'Kinds of links'],
] as const;
const shownRelation = 'Hotel Marktzicht';

/** The relation that is shown is looked up by its name; in an empty house there is none. */
export async function listScenes(page: Page): Promise<Scene[]> {
  await page.goto(`/relations?q=${encodeURIComponent(shownRelation)}`);
  await page.waitForLoadState('networkidle');
  const link = page.getByRole('link', { name: shownRelation, exact: true });
  const relation = (await link.count()) > 0 ? await link.first().getAttribute('href') : '';
  const tab = (name: string) => `${relation}?tab=${name}`;
  return [
    { key: 'today', title: 'Today', path: '/', states: both },
    { key: 'relations', title: 'Relations', path: '/relations', states: both },
    { key: 'relation', title: 'A relation', path: `${relation}`, states: full },
    { key: 'relation-ledger', title: 'Give and take', path: tab('ledger'), states: full },
    { key: 'relation-year', title: 'The year', path: tab('year'), states: full },
    { key: 'relation-what-if', title: 'What if', path: tab('whatif'), states: full },
    { key: 'relation-foundation', title: 'Why they are with us', path: tab('foundation'), states: full },
    { key: 'relation-network', title: 'Who knows whom', path: tab('network'), states: full },
    { key: 'relation-about', title: 'About a relation', path: tab('about'), states: full },
    { key: 'capture', title: 'A moment in one line', path: `${relation}`, states: full, press: 'c' },
    { key: 'note', title: 'Writing a note', path: `${relation}`, states: full, press: 'n' },
    { key: 'relation-mail', title: 'Mail with a relation', path: tab('mail'), states: full },
    { key: 'relation-changes', title: 'What changed', path: tab('changes'), states: full },
    { key: 'brief', title: 'The brief before a meeting', path: `${relation}/brief`, states: full },
    { key: 'insight', title: 'Insight', path: '/insight', states: both },
    { key: 'what-if', title: 'What if, over everything', path: '/what-if', states: both },
    { key: 'give-and-take', title: 'Thanks owed, favours, to make good', path: '/give-and-take', states: both },
    { key: 'plans', title: 'Plans', path: '/plans', states: both },
    { key: 'network', title: 'The network', path: '/network', states: both },
    { key: 'reports', title: 'Reports', path: '/reports', states: both },
    { key: 'ideas', title: 'Ideas', path: '/ideas', states: both },
    { key: 'surveys', title: 'Asked once a year', path: '/surveys', states: both },
    { key: 'check', title: 'It checks itself', path: '/check', states: both },
    { key: 'tasks', title: 'Tasks', path: '/tasks', states: both },
    { key: 'proposals', title: 'Proposals', path: '/proposals', states: both },
    { key: 'mail', title: 'Mail', path: '/mail', states: both },
    { key: 'mail-settings', title: 'How a mailbox sends', path: '/mail/settings', states: both },
    { key: 'agenda', title: 'Agenda', path: '/agenda', states: both },
    { key: 'notifications', title: 'Notifications', path: '/notifications', states: both },
    { key: 'connections', title: 'Connections', path: '/connections', states: both },
    { key: 'import', title: 'Import', path: '/import', states: both },
    { key: 'triage', title: 'Who is who', path: '/triage', states: both },
    { key: 'settings', title: 'Settings', path: '/settings/me', states: full },
    ...sections.map(([section, title]) => ({
      key: `settings-${section}`,
      title,
      path: `/settings/${section}`,
      states: full,
    })),
    { key: 'history', title: 'History', path: '/history', states: full },
    { key: 'bin', title: 'Bin', path: '/bin', states: both },
    { key: 'model', title: 'The numbers of the model', path: '/settings/parameters', states: full },
    { key: 'glyph', title: 'The four petals', path: '/glyph', states: full },
    { key: 'palette', title: 'Command palette', path: '/', states: full, press: 'Control+k' },
  ];
}

export async function visit(page: Page, scene: Scene, locale: 'nl' | 'en'): Promise<void> {
  await page.goto(scene.path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  if ((await page.locator('html').getAttribute('lang')) !== locale) await speak(page, scene, locale);
  if (scene.press) await page.keyboard.press(scene.press);
  await page.waitForLoadState('networkidle');
}

/** The language is the account's: changed once, as a person does. */
async function speak(page: Page, scene: Scene, locale: 'nl' | 'en'): Promise<void> {
  await page.goto('/settings/me');
  await page.getByLabel(locale === 'en' ? 'Taal' : 'Language').selectOption(locale);
  await page.goto(scene.path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}
