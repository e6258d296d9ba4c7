/** `npm run gallery`: a picture of every screen, for docs/gallery.md: wide and narrow, light and dark, both languages, empty and full. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { buildWebIfStale } from '../scripts/web-build.ts';
import { type App, emptyHouse, startApp } from './app.ts';
import { findChromium } from './chromium.ts';
import { listScenes, type Scene, visit } from './gallery-scenes.ts';
import { owner } from './move-in.ts';
import { openDemoByHand, openHouseByHand, signIn } from './steps.ts';

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const folder = join(docs, 'pictures', 'gallery');

interface Look {
  readonly key: string;
  readonly title: string;
  readonly locale: 'nl' | 'en';
  readonly options: Parameters<Browser['newContext']>[0];
}

const desktop = { viewport: { width: 1280, height: 800 } };
const narrow = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const looks: readonly Look[] = [
  { key: 'wide', title: 'Desktop, Dutch', locale: 'nl', options: desktop },
  { key: 'dark', title: 'Desktop, dark', locale: 'nl', options: { ...desktop, colorScheme: 'dark' } },
  { key: 'en', title: 'Desktop, English', locale: 'en', options: desktop },
  { key: 'phone', title: 'Phone', locale: 'nl', options: narrow },
];

buildWebIfStale(console.log);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { executablePath, env } = findChromium();
const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env } as Record<string, string> });
try {
  await inHouse((app) => showHouse(app, { state: 'empty', begin: startEmpty, shown: ['wide', 'phone'] }));
  const full = await inHouse((app) =>
    showHouse(app, { state: 'full', begin: openDemoByHand, shown: looks.map(({ key }) => key) }),
  );
  writeFileSync(join(docs, 'gallery.md'), writePage(full));
} finally {
  await browser.close();
}

async function inHouse<T>(work: (app: App) => Promise<T>): Promise<T> {
  const app = await startApp(await emptyHouse());
  try {
    return await work(app);
  } finally {
    await app.stop();
  }
}

interface Showing {
  readonly state: 'empty' | 'full';
  readonly begin: (page: Page) => Promise<void>;
  readonly shown: readonly string[];
}

async function showHouse(app: App, { state, begin, shown }: Showing): Promise<Scene[]> {
  const first = await open(app, desktop);
  const page = await first.newPage();
  await openHouseByHand({ page, app });
  await begin(page);
  const scenes = (await listScenes(page)).filter(({ states }) => states.includes(state));
  await first.close();
  for (const look of looks.filter(({ key }) => shown.includes(key))) {
    const context = await open(app, look.options);
    await takeAll(app, context, { scenes, state, look });
    await context.close();
  }
  return scenes;
}

function open(app: App, options: Look['options']): Promise<BrowserContext> {
  const plain = { baseURL: app.url, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce' as const };
  return browser.newContext({ ...plain, ...options });
}

interface Taking {
  readonly scenes: readonly Scene[];
  readonly state: Showing['state'];
  readonly look: Look;
}

async function takeAll(app: App, context: BrowserContext, { scenes, state, look }: Taking): Promise<void> {
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await signIn({ page, app });
  for (const scene of scenes) {
    await visit(page, scene, look.locale);
    await page.screenshot({ path: join(folder, nameOf(scene, state, look)), type: 'jpeg', quality: 72 });
    process.stderr.write(`  ${nameOf(scene, state, look)}\n`);
  }
}

function nameOf(scene: Scene, state: Showing['state'], look: Look): string {
  return `${scene.key}-${state}-${look.key}.jpg`;
}

async function startEmpty(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

function writePage(scenes: readonly Scene[]): string {
  const picture = (scene: Scene, state: string, look: string) =>
    `![${scene.title}, ${state}, ${look}](pictures/gallery/${scene.key}-${state}-${look}.jpg)`;
  const parts = scenes.map((scene) => {
    const empty = scene.states.includes('empty') ? `\n\nEmpty: ${picture(scene, 'empty', 'wide')}` : '';
    const rows = looks.map(({ key, title }) => `${title}: ${picture(scene, 'full', key)}`).join('\n\n');
    return `## ${scene.title}\n\n${rows}${empty}`;
  });
  const lead = `Every screen with the demo firm in it, made by \`npm run gallery\`. Signed in as ${owner.name}.`;
  return `# Gallery\n\n${lead}\n\n${parts.join('\n\n')}\n`;
}
