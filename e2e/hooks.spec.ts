/** A shop writes to Hecht: what its message means is chosen on an example, and the order stands at the relation; in Dutch and in English. */
import assert from 'node:assert/strict';
import { assertAccessible, assertFitsWidth, journey } from './browser.ts';
import { expect } from './expect.ts';
import { openHouse, signIn } from './steps.ts';

const order = {
  soort: 'bestelling',
  nummer: 4711,
  geplaatst: '20-11-2026 10:30',
  klant: { naam: 'Yara de Wit', mail: 'yara@studionegen.nl' },
  totaal: '45,90',
};

journey('a sample order is mapped, comes in, and stands at the relation', async ({ page, app }) => {
  await openHouse({ page, app });
  await page.goto('/settings/hooks');
  await page.getByLabel('Hoe heet het?').fill('Winkel');
  await page.getByRole('combobox', { name: 'Wat schrijft daarheen?' }).click();
  await page.getByRole('option', { name: 'Iets anders' }).click();
  await page.getByRole('button', { name: 'Maak een adres' }).click();
  await page.getByRole('heading', { level: 1, name: 'Winkel' }).waitFor();
  await page.getByRole('button', { name: 'Voorbeeld plakken' }).click();
  await page.getByLabel('Voorbeeldbericht').fill(JSON.stringify(order));
  await expect(page.getByText('Het is niet duidelijk wat er gebeurde.')).toBeVisible();

  const choose = async (field: string, option: RegExp) => {
    const box = page.getByRole('combobox', { name: field, exact: true });
    // What the preset looked for elsewhere goes.
    await box.focus();
    for (let chosen = 0; chosen < 2; chosen += 1) await page.keyboard.press('Backspace');
    await box.click();
    await page.getByRole('option', { name: option }).click();
    await page.keyboard.press('Escape');
  };
  await page.getByRole('combobox', { name: 'Wat er gebeurde' }).click();
  await page.getByRole('option', { name: 'bestelling', exact: true }).click();
  await choose('Nummer daar', /^nummer: 4711/);
  await choose('Wanneer', /^geplaatst/);
  await page.getByRole('combobox', { name: 'Wanneer: Geschreven als' }).click();
  await page.getByRole('option', { name: '22-11-2026', exact: true }).click();
  await choose('Mailadres', /^klant › mail/);
  await choose('Persoon', /^klant › naam/);
  await choose('Bedrag', /^totaal/);
  await expect(page.getByText('€ 45,90')).toBeVisible();
  await assertAccessible(page);

  const address = new URL(await page.getByRole('textbox', { name: 'Adres' }).inputValue());
  const answer = await fetch(new URL(address.pathname, app.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  assert.equal(answer.status, 200);
  await page.getByRole('link', { name: 'Yara de Wit' }).click({ timeout: 30_000 });
  await page.getByRole('heading', { level: 1, name: 'Yara de Wit' }).waitFor();
  await expect(page.getByText(/bestelling/i).first()).toBeVisible();
});

journey(
  'what could not be read is said, and read again once it is mended; in English, on a phone',
  async ({ page, app }) => {
    await signIn({ page, app }, 'en');
    await page.goto('/settings/hooks');
    await page.getByRole('link', { name: 'Winkel' }).click();
    const address = new URL(await page.getByRole('textbox', { name: 'Address' }).inputValue());
    const body = JSON.stringify({ ...order, nummer: 4712, totaal: 'veel' });
    const headers = { 'content-type': 'application/json' };
    assert.equal((await fetch(new URL(address.pathname, app.url), { method: 'POST', headers, body })).status, 200);
    const problem = page.getByRole('listitem').filter({ hasText: 'Amount: “veel” is no amount.' });
    await expect(problem).toBeVisible({ timeout: 30_000 });
    await page.setViewportSize({ width: 390, height: 844 });
    await assertFitsWidth(page);
    await assertAccessible(page);
    await page.getByRole('checkbox', { name: 'Amount: always the same' }).check();
    await page.getByRole('textbox', { name: 'Amount' }).fill('12.50');
    await page.getByRole('textbox', { name: 'Amount' }).blur();
    await page.getByRole('button', { name: 'Read the failed one again' }).click();
    await expect(problem).toHaveCount(0, { timeout: 30_000 });
    await expect(page.getByRole('link', { name: 'Yara de Wit' }).first()).toBeVisible();
  },
);
