/** Every page, in both languages, light and dark, wide and narrow: readable, fitting, and with a quiet console. */
import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { insightPlaces } from '#web/features/insight/insight-places.ts';
import { assertAccessible, assertFitsWidth, journey, phone, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { owner } from './move-in.ts';
import { signIn } from './steps.ts';

startInDemo();

const built = fileURLToPath(new URL('../dist/web/', import.meta.url));
const tabs = ['', 'mail', 'ledger', 'year', 'whatif', 'foundation', 'network', 'about', 'changes'];
const settings = [
  ...['me', 'notifications', 'keeping', 'calendar', 'firm', 'users', 'keys', 'hooks'],
  ...['sources', 'fields', 'tags', 'groups', 'types', 'parameters'],
];

async function listPages(page: Page): Promise<string[]> {
  await page.goto('/relations?q=Marktzicht');
  const link = page.getByRole('link', { name: 'Hotel Marktzicht', exact: true });
  const relation = await link.getAttribute('href');
  return [
    '/',
    '/relations',
    ...tabs.map((tab) => (tab === '' ? `${relation}` : `${relation}?tab=${tab}`)),
    `${relation}/brief`,
    '/insight',
    ...insightPlaces.map(({ to }) => to),
    '/mail',
    '/mail/outgoing',
    '/mail/settings',
    '/agenda',
    '/tasks',
    '/notifications',
    '/connections',
    '/import',
    '/triage',
    '/history',
    '/bin',
    ...settings.map((section) => `/settings/${section}`),
  ];
}

/** Looking closely takes its time: a half of the pages at a go. */
const halves = [0, 1] as const;
type Half = (typeof halves)[number];

async function visit(page: Page, half: Half, look: (path: string) => Promise<void>): Promise<void> {
  const pages = await listPages(page);
  for (const path of pages.filter((_, place) => place % 2 === half)) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await look(path);
  }
}

journey(
  'sign-in tells what is wrong without telling who exists',
  async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await assertAccessible(page);
    await page.getByLabel('Mailadres').fill(owner.email);
    await page.getByLabel('Wachtwoord', { exact: true }).fill('niet het goede wachtwoord');
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByLabel('Wachtwoord', { exact: true }).fill(owner.password);
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible();
  },
  { expectedNoise: [/401/] },
);

// Dark in Dutch on a desk here, light in English on a phone below: each colour and each word is looked at once.
for (const half of halves) {
  journey(
    `every page is accessible, dark, and fits half its width, at 200 % (${half + 1} of 2)`,
    async ({ page, app }) => {
      await signIn({ page, app });
      const size = page.viewportSize();
      assert.ok(size);
      await visit(page, half, async () => {
        await page.waitForLoadState('networkidle');
        await assertAccessible(page);
        await page.setViewportSize({ width: size.width / 2, height: size.height / 2 });
        await assertFitsWidth(page);
        await page.setViewportSize(size);
      });
    },
    { colorScheme: 'dark' },
  );
}

journey('the language is chosen once, and remembered', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/settings/me');
  await page.getByLabel('Taal').selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

for (const half of halves) {
  journey(
    `every page speaks English on a phone, accessibly, and fits it (${half + 1} of 2)`,
    async ({ page, app }) => {
      await signIn({ page, app });
      await visit(page, half, async (path) => {
        await page.waitForLoadState('networkidle');
        await expect(page.locator('html'), path).toHaveAttribute('lang', 'en');
        await expect(page.getByRole('navigation', { name: 'Main' }), path).toContainText('Relations');
        await assertAccessible(page);
        await assertFitsWidth(page);
      });
    },
    phone,
  );
}

const mostScriptBytes = 250_000;

journey('before its first screen no page fetches more than 250 kB of script, packed', async ({ page, app }) => {
  await signIn({ page, app });
  await page.addInitScript(() => {
    // The moment itself: waiting for a frame would count what comes after it.
    new MutationObserver((_, watching) => {
      if (!document.querySelector('main h1')?.textContent) return;
      performance.mark('first-screen');
      watching.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  for (const path of await listPages(page)) {
    await page.goto(path);
    await page.waitForFunction(() => performance.getEntriesByName('first-screen').length > 0);
    const scripts = await page.evaluate(() => {
      const firstMs = performance.getEntriesByName('first-screen')[0]?.startTime ?? 0;
      const fetched = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
      return fetched.filter((one) => one.startTime + one.duration <= firstMs).map(({ name }) => new URL(name).pathname);
    });
    const bytes = scripts.reduce((sum, script) => sum + packedSize(script), 0);
    assert.ok(scripts.length > 10, `${path} was measured`);
    assert.ok(bytes <= mostScriptBytes, `${path}: ${Math.round(bytes / 1000)} kB`);
  }
});

/** As gzip has it; what is too small to pack counts as it is. */
function packedSize(path: string): number {
  const file = join(built, path);
  return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;
}

journey('files come packed, and those with a name of their own for ever', async ({ page, app }) => {
  await page.goto(app.url);
  const script = await page.locator('script[type=module]').getAttribute('src');
  for (const [accepted, encoding] of [
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const answer = await fetch(new URL(script ?? '', app.url), { headers: { 'accept-encoding': accepted } });
    assert.equal(answer.headers.get('content-encoding'), encoding);
    assert.match(answer.headers.get('vary') ?? '', /accept-encoding/i);
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
    assert.match(await answer.text(), /import/);
  }
});
