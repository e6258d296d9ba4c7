/** What every journey starts from: a running app of its own, a page, and a console that must stay clean. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { buildWebIfStale } from '../scripts/web-build.ts';
import { type App, emptyHouse, type House, startApp } from './app.ts';
import { findChromium } from './chromium.ts';
import { demoHouse } from './demo-house.ts';

export type Journey = { page: Page; app: App };

export type JourneyOptions = BrowserContextOptions & {
  /** Lines of the console that this journey provokes on purpose. */
  expectedNoise?: RegExp[];
  /** With the program kept in the browser, as for working without a network. Else each page comes from the app, and no time goes into keeping it. */
  isKept?: boolean;
};

/** What the browser says of its own preloading, when the service worker takes a page over while it loads; and of one that may not. */
const ownWarning =
  /cross-world service worker resource mismatch|was preloaded using link preload but not used|Service Worker registration blocked/;

const failures = fileURLToPath(new URL('../test-results/', import.meta.url));
const actionWithinMs = 30_000;
const journeyWithinMs = 240_000;

let prepare: () => Promise<Record<string, string>> = async () => ({});

/** For files whose app is started with an environment of its own, such as servers near by that it may reach. */
export function startWith(environment: () => Promise<Record<string, string>>): void {
  prepare = environment;
}

let findHouse: () => Promise<House> = emptyHouse;

/** For files whose house has an owner and the demo firm in it from the start: they sign in and walk. */
export function startInDemo(): void {
  findHouse = demoHouse;
}

let opening: Promise<[App, Browser]> | null = null;

/** One app and one browser per file; the first journey opens them, the last one's end closes them. */
async function open(): Promise<[App, Browser]> {
  buildWebIfStale(console.log);
  return Promise.all([startApp(await findHouse(), await prepare()), launch()]);
}
after(async () => {
  const [app, browser] = (await opening?.catch(() => null)) ?? [];
  await browser?.close();
  await app?.stop();
});

/** The journeys of a file share its app and run in their order; each has a context (cookies, language) of its own. */
export function journey(name: string, work: (journey: Journey) => Promise<void>, options: JourneyOptions = {}): void {
  test(name, { timeout: journeyWithinMs }, async () => {
    opening ??= open();
    const [app, browser] = await opening;
    const { expectedNoise = [], isKept = false, ...contextOptions } = options;
    const context = await browser.newContext({
      baseURL: app.url,
      locale: 'nl-NL',
      // Colours half-way a transition are nobody's colours.
      reducedMotion: 'reduce',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width: 1280, height: 800 },
      serviceWorkers: isKept ? 'allow' : 'block',
      ...contextOptions,
    });
    context.setDefaultTimeout(actionWithinMs);
    const page = await context.newPage();
    const noise = listen(page, expectedNoise);
    try {
      await work({ page, app });
      assert.deepEqual(noise, [], 'the browser console stays clean');
    } catch (problem) {
      await picture(page, name);
      throw problem;
    } finally {
      await context.close();
    }
  });
}

/** The phone everything must also fit on. */
export const phone: JourneyOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function launch(): Promise<Browser> {
  const { executablePath, env } = findChromium();
  return chromium.launch({ executablePath, env: { ...definedEnvironment(), ...env } });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function listen(page: Page, expected: RegExp[]): string[] {
  const noise: string[] = [];
  const add = (line: string) => {
    if (![...expected, ownWarning].some((pattern) => pattern.test(line))) noise.push(line);
  };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      add(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (problem) => add(`uncaught: ${problem.message}`));
  return noise;
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(failures, { recursive: true });
  const file = join(
    failures,
    `${name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, 80)}.png`,
  );
  // The page may be gone with its browser; the journey's own failure is what counts.
  await page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** WCAG 2.2 AA as far as a program can see it. Into a frame in which nothing may run it cannot look: that page is looked at by itself. */
export async function assertAccessible(page: Page, options: { isFrameClosed?: boolean } = {}): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // Only what is wrong is told; and looking into frames takes a page of its own, so only where there is one.
    .options({ runOnly: rules, resultTypes: ['violations'] })
    .setLegacyMode(options.isFrameClosed ?? page.frames().length === 1)
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
  assert.deepEqual(found, [], 'axe finds nothing');
}

/** The page is no wider than the screen. */
export async function assertFitsWidth(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(overflow <= 0, `the page is ${overflow} px wider than the screen`);
}
