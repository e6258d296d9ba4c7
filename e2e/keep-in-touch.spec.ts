/** Keeping in touch: wished on a relation's page, due on Today, and over by a mail that was imported, not typed. */

import type { Page } from 'playwright-core';
import { assertAccessible, journey } from './browser.ts';
import { expect } from './expect.ts';
import { ownAddress, writeMailbox } from './mailbox.ts';
import { openHouse, openRelation, signIn } from './steps.ts';

async function bringIn(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/import');
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await page.getByRole('heading', { name: 'Wat dit zou doen' }).waitFor({ timeout: 60_000 });
  // Of a single mail it is asked whose it is.
  await page.getByLabel(new RegExp(ownAddress)).first().check();
  await page.getByRole('button', { name: 'Haal binnen' }).click();
  await expect(page.getByText('Klaar', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
}

function oneMail(from: string): string {
  const at = new Date(Date.now() - 3_600_000);
  return [
    `Delivered-To: ${ownAddress}`,
    'Message-ID: <net-nog@post.example>',
    `Date: ${at.toUTCString()}`,
    `From: ${from}`,
    `To: Wilma Haver <${ownAddress}>`,
    'Subject: Nog even dit',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Ik kom donderdag langs.',
    '',
  ].join('\r\n');
}

const line = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Theo Blom' });

journey('every four days: due by the mailbox, over by the next mail that is imported', async ({ page, app }) => {
  await openHouse({ page, app });
  await bringIn(page, 'Alle e-mail.mbox', writeMailbox(Date.now()));
  await openRelation(page, 'Theo Blom');
  const part = page.getByRole('region', { name: 'Contact houden' });
  await part.getByRole('button', { name: 'Contact houden' }).click();
  await expect(part).toContainText('in jullie eigen ritme');
  await part.getByRole('textbox', { name: 'Elke … dagen' }).fill('4');
  await page.keyboard.press('Enter');
  await expect(part).toContainText('elke 4 dagen');
  await expect(part).toContainText('volgende keer: nu');
  await assertAccessible(page);
  await page.goto('/');
  await expect(line(page)).toContainText('Tijd om contact te houden.');
  await assertAccessible(page);

  await bringIn(page, 'een.eml', oneMail('Theo Blom <theo@drukkerijblom.example>'));
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect(line(page).filter({ hasText: 'Tijd om contact te houden.' })).toHaveCount(0);
});

journey('in English; and where they would rather not, there is none to keep', async ({ page, app }) => {
  await signIn({ page, app });
  await openRelation(page, 'Theo Blom');
  const partyId = new URL(page.url()).pathname.split('/').at(-1);
  await page.evaluate(async (id) => {
    const headers = { 'content-type': 'application/json' };
    await fetch('/api/me', { method: 'PATCH', headers, body: JSON.stringify({ locale: 'en' }) });
    const body = JSON.stringify({ contactWish: 'rather-not' });
    await fetch(`/api/parties/${id}`, { method: 'PATCH', headers, body });
  }, partyId);
  await page.reload();
  const part = page.getByRole('region', { name: 'Keep in touch' });
  await expect(part).toContainText('every 4 days');
  await expect(part).toContainText('They would rather not be contacted');
  await part.getByRole('button', { name: 'No longer' }).click();
  await expect(part.getByRole('button', { name: 'Keep in touch' })).toHaveCount(0);
  await assertAccessible(page);
});
