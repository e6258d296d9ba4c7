/** Without a connection: the program opens, captures are kept, survive a reload, and go along later, each once. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { openRelation, signIn } from './steps.ts';

startInDemo();

const said = {
  nl: {
    away: 'Geen verbinding.',
    one: '1 notitie wacht op verbinding.',
    two: '2 notities wachten op verbinding.',
    show: 'Bekijken',
    nav: 'Hoofdmenu',
    calls: ['gebeld over de proefzak', 'gebeld over de rekening'],
    shown: ['Over de proefzak', 'Over de rekening'],
  },
  en: {
    away: 'No connection.',
    one: '1 note is waiting for a connection.',
    two: '2 notes are waiting for a connection.',
    show: 'Show',
    nav: 'Main',
    calls: ['called about the sample bag', 'called about the invoice'],
    shown: ['About the sample bag', 'About the invoice'],
  },
} as const;

/** The program kept in the browser; and what that says itself of a request without a network. */
const offline = { isKept: true, expectedNoise: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/] };

async function untilStocked(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage('stock');
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // All of the program's own files, as the worker itself lists them.
  const listed = await page.request.get('/sw.js');
  const files = new Set((await listed.text()).match(/\/assets\/[\w./-]+/g));
  assert.ok(files.size > 100);
  const count = () =>
    page.evaluate(async () => {
      const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const kept = await Promise.all(shelves.map((shelf) => shelf.keys()));
      return kept.flat().filter(({ url }) => new URL(url).pathname.startsWith('/assets/')).length;
    });
  await expect.poll(count, { intervals: [500], timeout: 60_000 }).toBeGreaterThanOrEqual(files.size);
}

async function capture(page: Page, line: string): Promise<void> {
  await page.keyboard.press('c');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

for (const locale of ['nl', 'en'] as const) {
  const words = said[locale];
  journey(
    `two calls are captured without a connection and go along when it is back (${locale})`,
    async ({ page, app }) => {
      await signIn({ page, app }, locale);
      const name = locale === 'nl' ? 'Bar Nul' : 'Hotel Marktzicht';
      if (locale === 'en') await page.goto('/relations?q=Marktzicht');
      else await openRelation(page, name);
      if (locale === 'en') await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await untilStocked(page);
      await page.context().setOffline(true);
      await capture(page, words.calls[0]);
      await expect(page.getByRole('status').filter({ hasText: words.one })).toBeVisible();
      await capture(page, words.calls[1]);
      await expect(page.getByRole('status').filter({ hasText: words.two })).toContainText(words.away);
      await assertAccessible(page);

      // The program itself opens again without a connection, and still knows what waits.
      await page.goto('/');
      await expect(page.getByRole('navigation', { name: words.nav })).toBeVisible();
      await expect(page.getByRole('status').filter({ hasText: words.two })).toBeVisible();
      await page.getByRole('button', { name: words.show, exact: true }).click();
      await expect(page.getByRole('listitem').filter({ hasText: words.shown[1] })).toContainText(name);

      await page.context().setOffline(false);
      await expect(page.getByRole('status').filter({ hasText: words.two })).toHaveCount(0, { timeout: 20_000 });
      await page.goto(`/relations?q=${encodeURIComponent(name)}`);
      await page.getByRole('link', { name, exact: true }).click();
      for (const text of words.shown) await expect(page.getByRole('listitem').filter({ hasText: text })).toHaveCount(1);
    },
    offline,
  );
}

journey(
  'what was sent but never answered is recorded once',
  async ({ page, app }) => {
    await signIn({ page, app });
    await page.goto('/relations?q=Kantoorpunt');
    await page.getByRole('link', { name: 'Kantoorpunt', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Kantoorpunt' }).waitFor();
    let sent = 0;
    // The house records it, and the answer is lost on the way.
    await page.context().route('**/api/captures', async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await capture(page, 'called about the grinder once');
    const moments = page.getByRole('listitem').filter({ hasText: 'About the grinder once' });
    await expect.poll(() => sent, { timeout: 20_000 }).toBeGreaterThan(1);
    await page.reload();
    await expect(moments).toHaveCount(1);
  },
  { isKept: true, expectedNoise: [/ERR_CONNECTION_RESET|Failed to load resource/] },
);

journey('the program can be installed', async ({ page, app }) => {
  await page.goto(app.url);
  const response = await page.request.get('/manifest.webmanifest');
  const manifest = (await response.json()) as {
    icons: { src: string; sizes: string; purpose?: string }[];
    display: string;
  };
  assert.equal(manifest.display, 'standalone');
  for (const size of ['192x192', '512x512']) assert.ok(manifest.icons.some(({ sizes }) => sizes === size));
  assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
  for (const { src } of manifest.icons) assert.ok((await page.request.get(src)).ok(), src);
  const worker = await page.request.get('/sw.js');
  assert.equal(worker.headers()['cache-control'], 'no-cache');
});
