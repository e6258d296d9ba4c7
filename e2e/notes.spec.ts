/** Notes and files on the timeline: written, named in, pinned, filtered, kept to oneself; in both languages. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFitsWidth, journey, phone, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { chooseFromMenu, openRelation, signIn } from './steps.ts';

startInDemo();

const colleague = { name: 'Bram Nijhof', email: 'bram@proefhuis.example', password: 'koffie zonder melk' };

async function addColleague(page: Page): Promise<void> {
  const status = await page.evaluate(async (user) => {
    const body = JSON.stringify({ ...user, role: 'member', locale: 'en' });
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/users', { method: 'POST', headers, body })).status;
  }, colleague);
  assert.equal(status, 200);
}

/** The colleague's own browser, in English, on the same page. */
async function lookAsColleague(page: Page, look: (theirs: Page) => Promise<void>): Promise<void> {
  const browser = page.context().browser();
  assert.ok(browser);
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', acceptDownloads: true });
  try {
    const theirs = await context.newPage();
    await theirs.goto(page.url());
    await theirs.getByLabel('Mail address').fill(colleague.email);
    await theirs.getByLabel('Password', { exact: true }).fill(colleague.password);
    await theirs.getByRole('button', { name: 'Sign in' }).click();
    await theirs.getByRole('heading', { level: 1 }).waitFor();
    await look(theirs);
  } finally {
    await context.close();
  }
}

const editorOf = (page: Page) => page.getByRole('textbox', { name: /^(Notitie|Note)$/ });

journey('the house is open, with a colleague in it', async ({ page, app }) => {
  await signIn({ page, app });
  await addColleague(page);
});

journey(
  'a note with a colleague named in it and a file; the colleague hears of it and opens both',
  async ({ page, app }) => {
    await signIn({ page, app });
    await openRelation(page, 'Café Ans');
    await page.getByRole('button', { name: 'Schrijf een notitie' }).click();
    await editorOf(page).click();
    await page.keyboard.type('Ans mist Lotte. ');
    await page.keyboard.type('@bra', { delay: 30 });
    await page.getByRole('option', { name: colleague.name }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('ga jij eens langs?');
    await assertAccessible(page);
    const file = { name: 'menukaart.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 menukaart') };
    await page.getByRole('form', { name: 'Notitie' }).locator('input[type=file]').setInputFiles(file);
    await expect(page.getByRole('form', { name: 'Notitie' })).toContainText('menukaart.pdf');
    await page.keyboard.press('Control+Enter');
    const entry = page.getByRole('listitem').filter({ hasText: 'Ans mist Lotte.' });
    await expect(entry).toContainText('@Bram Nijhof ga jij eens langs?');
    await expect(entry.getByRole('link', { name: /menukaart\.pdf/ })).toBeVisible();
    await assertAccessible(page);
    await lookAsColleague(page, async (theirs) => {
      const seen = theirs.getByRole('listitem').filter({ hasText: 'Ans mist Lotte.' });
      await expect(seen).toContainText('note by Joris');
      const [download] = await Promise.all([
        theirs.waitForEvent('download'),
        seen.getByRole('link', { name: /menukaart\.pdf/ }).click(),
      ]);
      assert.equal(download.suggestedFilename(), 'menukaart.pdf');
      const told = await theirs.evaluate(async () => (await fetch('/api/notifications')).json());
      assert.ok(
        told.items.some(({ kind }: { kind: string }) => kind === 'mention'),
        JSON.stringify(told),
      );
      await assertAccessible(theirs);
    });
  },
);

journey('what is written for oneself a colleague does not see, nor that it exists', async ({ page, app }) => {
  await signIn({ page, app });
  await openRelation(page, 'Lunchroom Klaver');
  await page.getByRole('button', { name: 'Schrijf een notitie' }).click();
  await editorOf(page).click();
  await page.keyboard.type('Denk ik aan een cadeau voor haar.');
  await page.getByRole('switch', { name: 'Alleen voor mij' }).check();
  await page.getByRole('button', { name: 'Bewaar notitie' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: 'Denk ik aan een cadeau' });
  await expect(entry).toContainText('Alleen jij ziet dit');
  await lookAsColleague(page, async (theirs) => {
    await expect(theirs.getByRole('listitem').filter({ hasText: 'tweede zaak aan de kade' })).toBeVisible();
    await expect(theirs.locator('body')).not.toContainText('cadeau voor haar');
    await theirs.getByRole('tab', { name: 'History' }).click();
    await theirs.waitForLoadState('networkidle');
    await expect(theirs.locator('body')).not.toContainText('cadeau voor haar');
  });
});

journey(
  'the timeline shows what one asks for, keeps it in the address, and has what is pinned on top',
  async ({ page, app }) => {
    await signIn({ page, app });
    await openRelation(page, 'Hotel Marktzicht');
    const pinned = page.getByRole('region', { name: 'Vastgezet bovenaan' });
    await expect(pinned).toContainText('Voor wie langsgaat');
    await page.getByText('Gesprekken', { exact: true }).click();
    await expect(page).toHaveURL(/kinds=call/);
    await expect(pinned).toHaveCount(0);
    await page.getByText('Notities', { exact: true }).click();
    await expect(page).toHaveURL(/kinds=call(%2C|,)note/);
    await page.reload();
    await expect(pinned).toContainText('Voor wie langsgaat');
    await expect(page.getByRole('checkbox', { name: 'Notities' })).toBeChecked();
    await assertAccessible(page);
    await pinned.getByRole('button', { name: /^Meer/ }).click();
    await page.getByRole('menuitem', { name: 'Niet meer vastzetten' }).click();
    await expect(pinned).toHaveCount(0);
    await expect(page.getByRole('listitem').filter({ hasText: 'Voor wie langsgaat' })).toBeVisible();
  },
);

journey(
  'two people in one note: both texts are shown, and nothing is lost',
  async ({ page, app }) => {
    await signIn({ page, app });
    await openRelation(page, 'Lunchroom Klaver');
    const entry = page.getByRole('listitem').filter({ hasText: 'tweede zaak aan de kade' });
    await chooseFromMenu(page, entry.getByRole('button', { name: /^Meer/ }), 'Wijzig');
    await editorOf(page).click();
    await page.keyboard.type(' Joris vult aan.');
    await lookAsColleague(page, async (theirs) => {
      const note = theirs.getByRole('listitem').filter({ hasText: 'tweede zaak' });
      await chooseFromMenu(theirs, note.getByRole('button', { name: /^More/ }), 'Change');
      await editorOf(theirs).click();
      await theirs.keyboard.type(' Bram was eerder.');
      await theirs.getByRole('button', { name: 'Save note' }).click();
      await expect(theirs.getByText('Note saved.')).toBeVisible();
    });
    await page.getByRole('button', { name: 'Bewaar notitie' }).click();
    const conflict = page.getByRole('alert');
    await expect(conflict).toContainText('Bram was eerder.');
    await expect(conflict).toContainText('Joris vult aan.');
    await page.getByRole('button', { name: 'Zet ze onder elkaar' }).click();
    await page.getByRole('button', { name: 'Bewaar notitie' }).click();
    const saved = page.getByRole('listitem').filter({ hasText: 'Bram was eerder.' });
    await expect(saved).toContainText('Joris vult aan.');
  },
  { expectedNoise: [/412/] },
);

journey(
  'a file let go anywhere on the page hangs on the relation, and undo brings a removed one back',
  async ({ page, app }) => {
    await signIn({ page, app });
    await openRelation(page, 'Bakkerij De Halm');
    await page.getByRole('button', { name: 'Voeg een bestand toe' }).waitFor();
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['kijk eens'], 'opening.txt', { type: 'text/plain' }));
      return data;
    });
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
    const link = page.getByRole('link', { name: /opening\.txt/ });
    await expect(link).toBeVisible();
    await page.getByRole('button', { name: 'Haal opening.txt weg' }).click();
    await expect(link).toHaveCount(0);
    await page.getByRole('button', { name: 'Ongedaan maken' }).last().click();
    await expect(link).toBeVisible();
  },
);

journey(
  'on a phone a note is written and read without scrolling sideways',
  async ({ page, app }) => {
    await signIn({ page, app });
    await page.goto('/relations?q=Yara');
    await page.getByRole('link', { name: 'Yara Hofman', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Yara Hofman' }).waitFor();
    await page.getByRole('button', { name: 'Schrijf een notitie' }).click();
    await editorOf(page).click();
    await page.keyboard.type('Vanaf de tram geschreven.');
    await assertFitsWidth(page);
    await page.getByRole('button', { name: 'Bewaar notitie' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Vanaf de tram' })).toBeVisible();
    await assertFitsWidth(page);
    await assertAccessible(page);
  },
  phone,
);
