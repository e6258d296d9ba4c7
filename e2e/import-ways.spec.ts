/** Other ways in, in both languages: a long list that is stopped and goes on, a folder of mails, a book of addresses. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { assertAccessible, journey } from './browser.ts';
import { expect } from './expect.ts';
import { ownAddress } from './mailbox.ts';
import { openHouse, signIn } from './steps.ts';

const longWithinMs = 120_000;

async function hand(page: Page, file: { name: string; text: string } | { folder: string }): Promise<void> {
  await page.goto('/import');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const inputs = page.locator('input[type="file"]');
  if ('folder' in file) await inputs.nth(1).setInputFiles(file.folder);
  else {
    const { name, text } = file;
    await inputs.first().setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  }
  await page.getByRole('heading', { name: /Wat dit zou doen|What this would do/ }).waitFor({ timeout: longWithinMs });
}

/** Orders of a hundred customers, so many that there is time to stop. */
function writeManyRows(count: number): string {
  const startMs = Date.UTC(2025, 0, 1);
  const rows = Array.from({ length: count }, (_, index) => {
    const at = new Date(startMs + index * 600_000).toISOString();
    return `r${index},${at},order,order,klant${index % 100}@klanten.example,,${ownAddress}`;
  });
  return ['id,at,channel,kind,from,from_name,to', ...rows].join('\n');
}

journey('the house is open', async ({ page, app }) => {
  await openHouse({ page, app });
});

journey('a long list is stopped, found again, and goes on to its end', async ({ page, app }) => {
  await signIn({ page, app });
  const count = 30_000;
  await hand(page, { name: 'orders.csv', text: writeManyRows(count) });
  await page.getByRole('button', { name: 'Haal binnen' }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  const main = page.locator('main');
  await expect(main).toContainText('Gestopt. Wat binnen is, blijft tot je het terughaalt.', { timeout: longWithinMs });
  await assertAccessible(page);
  // Left and found again.
  await page.goto('/import');
  await page.getByRole('link', { name: 'orders.csv' }).click();
  await page.getByRole('button', { name: 'Ga verder' }).click();
  await expect(page.getByText('Klaar', { exact: true }).first()).toBeVisible({ timeout: longWithinMs });
  await expect(main).toContainText('30.000 contactmomenten');
});

journey('a folder of mails comes in like a mailbox', async ({ page, app }) => {
  await signIn({ page, app });
  const folder = mkdtempSync(join(tmpdir(), 'hecht-folder-'));
  try {
    const inner = join(folder, 'Postvak IN');
    mkdirSync(inner);
    for (const [index, name] of ['Femke', 'Daan', 'Noor'].entries()) {
      const date = new Date(Date.now() - (index + 2) * 86_400_000).toUTCString();
      const head = [`From: ${name} Map <${name.toLowerCase()}@map.example>`, `To: ${ownAddress}`, `Date: ${date}`];
      const rest = [`Subject: Uit de map ${index}`, `Message-ID: <map-${index}@map.example>`, '', 'Tot gauw.'];
      writeFileSync(join(inner, `${index}.eml`), [...head, ...rest].join('\r\n'));
    }
    await hand(page, { folder });
    const own = page.getByLabel(new RegExp(ownAddress));
    if (!(await own.isChecked())) await own.check();
    await page.getByRole('button', { name: 'Haal binnen' }).click();
    await expect(page.getByText('Klaar', { exact: true }).first()).toBeVisible({ timeout: longWithinMs });
    await expect(page.locator('main')).toContainText('3 contactmomenten');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

journey('a book of addresses makes relations, with what it says of them, in English too', async ({ page, app }) => {
  await signIn({ page, app });
  await page.goto('/settings/me');
  await page.getByLabel('Taal').selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const card = (name: string, mail: string) =>
    [
      ...['BEGIN:VCARD', 'VERSION:4.0', `FN:${name}`, `EMAIL;TYPE=work:${mail}`, 'TEL:+31570123456', 'BDAY:--0517'],
      ...['ORG:Kaartenhuis', 'TITLE:Drukker', 'END:VCARD'],
    ].join('\r\n');
  const text = `${card('Wies Kaart', 'wies@kaart.example')}\r\n${card('Bas Kaart', 'bas@kaart.example').replace('TEL:+31570123456\r\n', '')}\r\n`;
  await hand(page, { name: 'contacts.vcf', text });
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByText('Done', { exact: true }).first()).toBeVisible({ timeout: longWithinMs });
  await page.goto('/relations?q=Wies');
  await page.getByRole('link', { name: 'Wies Kaart', exact: true }).click();
  await expect(page.locator('main')).toContainText('Drukker');
  await assertAccessible(page);
});
