/** The demo firm, from the first run on: every story can be read off the screen. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, journey } from './browser.ts';
import { expect } from './expect.ts';
import { openDemoByHand, openHouseByHand, openRelation, signIn } from './steps.ts';

journey('first run, the demo firm, and four things today', async ({ page, app }) => {
  await openHouseByHand({ page, app });
  await assertAccessible(page);
  await openDemoByHand(page);
  const lines = page.locator('main ol > li');
  await expect(lines).toHaveCount(4);
  await expect(lines.nth(0)).toContainText('Café Ans');
  await expect(lines.nth(0)).toContainText('Wordt stil. Jullie spreken elkaar meestal om de 14 dagen');
  await expect(lines.nth(1)).toContainText('Yara Hofman');
  await expect(lines.nth(1)).toContainText(/“Nog iemand voor jullie”, (39|40|41) dagen geleden; nog niet bedankt\./);
  await expect(lines.nth(2)).toContainText('Henk Terpstra');
  await expect(lines.nth(2)).toContainText('Goed te maken');
  await expect(lines.nth(3)).toContainText('Salon Wit');
  await expect(lines.nth(3)).toContainText('7 keer ongevraagd van ons');
  await expect(lines.nth(3)).toContainText('Even met rust laten');
  await assertAccessible(page);
});

journey(
  'Karin holds 31 relations; the question about her leads to what would happen without her',
  async ({ page, app }) => {
    await signIn({ page, app });
    await expect(page.locator('main')).toContainText(/Karin .*31 relaties/);
    await page.getByRole('link', { name: /Wat gebeurt er als Karin .*langere tijd weg is\?/ }).click();
    await expect(page.getByLabel('Welke collega').locator('option:checked')).toContainText('Karin');
  },
);

journey('Café Ans grew quiet after Lotte left; Lunchroom Klaver did not', async ({ page, app }) => {
  await signIn({ page, app });
  const main = page.locator('main');
  await openRelation(page, 'Café Ans');
  await expect(main).toContainText(
    /Wordt stil\. Jullie spreken elkaar meestal om de 14 dagen; nu is het 4[234] dagen geleden/,
  );
  await expect(main).toContainText(/Zwakste schakel\s*Tijd/);
  await expect(main).toContainText('Lotte Hazelaar en Ans Dijkhuis');
  await expect(main).toContainText('Laatste dag van Lotte');
  await openRelation(page, 'Lunchroom Klaver');
  await expect(main).toContainText(/meestal om de 14 dagen; de laatste keer was \d+ dagen geleden/);
  await expect(main).toContainText('Hechte band');
  await expect(main).toContainText('Bram Nijhof en Hanneke Postma');
  await expect(main).not.toContainText(/Wordt stil\.|Waarschijnlijk kwijt\./);
});

journey('Yara: the tin was her idea, she brought two, and the second waits for thanks', async ({ page, app }) => {
  await signIn({ page, app });
  const main = page.locator('main');
  await openRelation(page, 'Yara Hofman');
  await expect(main).toContainText('Praktijk Lindehof wil overstappen.');
  await page.getByRole('tab', { name: 'Gegevens' }).click();
  await expect(main).toContainText('Els Pothuys');
  await expect(main).toContainText('Joke Stam');
  await page.getByRole('tab', { name: 'Over en weer' }).click();
  await expect(main).toContainText('doorgegeven');
  // The tin stands with what she thought of, and is made.
  await expect(main).toContainText('Wat Yara Hofman bedacht.');
  await expect(main).toContainText('Gemaakt');
});

journey('prices went up 8 %: Kantoorpunt left over it, Bar Nul did not notice', async ({ page, app }) => {
  await signIn({ page, app });
  const main = page.locator('main');
  const orders = page.getByRole('region', { name: 'Bestellen ze nog?' });
  await openRelation(page, 'Kantoorpunt');
  await expect(main).toContainText('Waarschijnlijk kwijt.');
  await expect(main).toContainText('Voor ons telt de kiloprijs, we stappen over.');
  await expect(orders).toContainText('Waarschijnlijk niet meer.');
  await openRelation(page, 'Bar Nul');
  await expect(main).not.toContainText(/Wordt stil\.|Waarschijnlijk kwijt\./);
  await expect(orders).toContainText('Vrijwel zeker wel.');
});

journey('Henk: seen, not answered, to make good', async ({ page, app }) => {
  await signIn({ page, app });
  const main = page.locator('main');
  await openRelation(page, 'Henk Terpstra');
  await expect(main).toContainText('Henk vroeg twee paar handen bij zijn opening. Gelezen, nooit beantwoord.');
  await expect(main).toContainText('Kunnen jullie twee paar handen missen?');
  await expect(main).toContainText('over tijd sinds');
});

journey('two hotels, one complaint each: told, and closed without a word', async ({ page, app }) => {
  await signIn({ page, app });
  const main = page.locator('main');
  await openRelation(page, 'Hotel Marktzicht');
  await expect(main).toContainText('Hechte band');
  await expect(main).not.toContainText(/Wordt stil\.|Waarschijnlijk kwijt\./);
  const trustOfMarktzicht = await readTrust(page, 'Ilse Roozeboom');
  await openRelation(page, 'Hotel De Brug');
  await expect(main).toContainText('Waarschijnlijk kwijt.');
  await expect(main).toContainText('Goed te maken: Klacht over de molen gesloten zonder iets te laten weten');
  const trustOfDeBrug = await readTrust(page, 'Arend Veldman');
  assert.ok(trustOfMarktzicht > trustOfDeBrug, `${trustOfMarktzicht} and ${trustOfDeBrug}`);
});

journey('silence without alarm: a camping in its season, and a notary who would rather not', async ({ page, app }) => {
  await signIn({ page, app });
  const main = page.locator('main');
  for (const name of ['Camping De Zandbank', 'Notaris Vos']) {
    await openRelation(page, name);
    await expect(main).toContainText('Jullie spreken elkaar meestal');
    await expect(main).not.toContainText(/Wordt stil\.|Waarschijnlijk kwijt\./);
  }
  await expect(main).toContainText('Heeft liever geen contact.');
});

journey('Salon Wit had too much of us, and about Tess there is nothing to say yet', async ({ page, app }) => {
  await signIn({ page, app });
  const main = page.locator('main');
  await openRelation(page, 'Salon Wit');
  await expect(main).toContainText('Laat het even rusten');
  await openRelation(page, 'Tess Hoekstra');
  await expect(main).toContainText('nog te weinig');
});

/** The trust petal of the page of this person opens to its value. */
async function readTrust(page: Page, name: string): Promise<number> {
  await openRelation(page, name);
  await page.getByRole('button', { name: /^Vertrouwen/ }).click();
  const panel = page.getByRole('region', { name: 'Vertrouwen' });
  await expect(panel).toContainText(/\d+ van 100/);
  const [, value] = /(\d+) van 100/.exec(await panel.innerText()) ?? [];
  return Number(value);
}
