/** A mailbox and a table of rows, brought in by somebody who never saw a terminal. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, journey } from './browser.ts';
import { expect } from './expect.ts';
import { ownAddress, writeMailbox, writeRows } from './mailbox.ts';
import { openHouseByHand, openRelation, signIn } from './steps.ts';

async function hand(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/import');
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await page.getByRole('heading', { name: 'Wat dit zou doen' }).waitFor({ timeout: 60_000 });
}

async function bringIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Haal binnen' }).click();
  await expect(page.getByText('Klaar', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
}

journey('first run, then a mailbox: what it would do, and three things one might not know', async ({ page, app }) => {
  await openHouseByHand({ page, app });
  await page.getByRole('listitem').filter({ hasText: 'Importeer je mail' }).getByRole('button').click();
  await expect(page).toHaveURL(/\/import$/);
  await hand(page, 'Alle e-mail.mbox', writeMailbox(Date.now()));
  const main = page.locator('main');
  await expect(page.getByLabel(new RegExp(ownAddress))).toBeChecked();
  await expect(main).toContainText('1 van mailinglijsten');
  await expect(main).toContainText('1 automatische antwoorden');
  await assertAccessible(page);
  await bringIn(page);
  await expect(page.getByRole('heading', { name: 'Drie dingen die je misschien niet wist' })).toBeVisible();
  await expect(main).toContainText('toezegging staat nog open');
  await expect(main).toContainText('Ik stuur je vrijdag de offerte.');
  await assertAccessible(page);
});

journey('who is a customer, answered with the keyboard alone', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/triage');
  await page.getByRole('heading', { level: 1, name: /Wie van deze \d+ is klant\?/ }).waitFor();
  await assertAccessible(page);
  const candidate = page.locator('#candidate');
  const seen: string[] = [];
  for (let round = 0; round < 40; round += 1) {
    const allPlaced = page.getByRole('heading', { name: 'Iedereen heeft een plek' });
    await candidate.or(allPlaced).first().waitFor();
    if (await allPlaced.isVisible()) break;
    const name = await candidate.innerText();
    seen.push(name);
    // A free-mail address is proposed as private.
    if (name === 'Oma Riet') await expect(page.getByRole('button', { name: /Privé \(voorstel\)/ })).toBeVisible();
    await page.keyboard.press(name === 'Oma Riet' ? 'v' : round === 0 ? 'l' : 'k');
    if (round === 0) {
      await expect(candidate).not.toHaveText(name);
      await page.keyboard.press('Backspace');
      await expect(candidate).toHaveText(name);
      await page.keyboard.press(name === 'Oma Riet' ? 'v' : 'k');
    }
    await expect(page.locator('#candidate', { hasText: name })).toHaveCount(0);
  }
  await expect(page.getByRole('heading', { name: 'Iedereen heeft een plek' })).toBeVisible();
  assert.ok(seen.includes('Anneke Prins'), seen.join());
  await page.reload();
  await expect(page.getByText('Er wacht niemand op een plek.')).toBeVisible();
});

journey(
  'the page of who wrote weekly and stopped says so, and private people stay off Today',
  async ({ page, app }) => {
    await signIn({ page, app });
    await openRelation(page, 'Rob Kuipers');
    await expect(page.locator('main')).toContainText(/Jullie spreken elkaar meestal elke week|om de 7 dagen/);
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect(page.locator('main')).not.toContainText('Oma Riet');
  },
);

journey('the same mailbox again changes nothing', async ({ page, app }) => {
  await signIn({ page, app });
  await hand(page, 'Alle e-mail.mbox', writeMailbox(Date.now()));
  await expect(page.locator('main')).toContainText(/0 nieuw/);
  await bringIn(page);
  await expect(page.locator('main')).toContainText(/Klaar\s*0 contactmomenten/);
});

journey(
  'rows with two that cannot be: the rest comes in, the two stand in a file, and all can go back',
  async ({ page, app }) => {
    await signIn({ page, app });
    await hand(page, 'kassa.csv', writeRows(Date.now()));
    const main = page.locator('main');
    await expect(main).toContainText('2 onleesbaar');
    await bringIn(page);
    await expect(main).toContainText('40 contactmomenten');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download de lijst' }).click();
    const errors = await readAll(await (await download).createReadStream());
    assert.equal(errors.trim().split('\n').length, 3, errors);
    await openRelation(page, 'joep@joepsfietsen.example');
    await page.goBack();
    await page.goto('/import');
    await page.getByRole('link', { name: 'kassa.csv' }).click();
    await page.getByRole('button', { name: 'Haal alles weer weg' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Haal alles weer weg' }).click();
    await expect(main).toContainText('Alles wat deze import bracht, is weggehaald.', { timeout: 60_000 });
    await page.goto('/relations?q=joep');
    await expect(main).toContainText('Niemand past hierbij.');
  },
);

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}
