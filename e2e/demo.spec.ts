/** The demo firm, from the first run on: every story can be read off the screen. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { assertAccessible, journey } from './browser.ts';
import { expect } from './expect.ts';
import { openDemoByHand, openHouseByHand, openRelation, signIn } from './steps.ts';

const dayMs = 86_400_000;
/** Half a year ago prices rose; four months ago the hotels complained. */
const roseWeeksAgo = 26;
const complainedWeeksAgo = 17;

journey('first run, the demo firm, and four things today', async ({ page, app }) => {
  await openHouseByHand({ page, app });
  await assertAccessible(page);
  await openDemoByHand(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vier dingen vandaag.');
  await expect(page.locator('main')).toContainText(/Goede(morgen|middag|navond), Joris\./);
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
    // 140 customers: 139 of them a firm, and Tess.
    await page.goto('/relations?kind=organisation&role=customer');
    await expect(page.locator('main')).toContainText('139 relaties');
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
  // From 14 days to 43: the last two orders, one with her gone already.
  assert.deepEqual(await daysBetweenOrders(page, 2), [43]);
  await expect(page.getByRole('region', { name: 'Bestellen ze nog?' })).toContainText(
    /Waarschijnlijk nog wel, maar minder vaak: .* meestal komt er een om de 14 dagen\./,
  );
  // It was said a year and a half ago, and nobody did anything.
  await filterTimeline(page, 'Notities');
  await expect(main).toContainText('Hecht zegt: alles loopt via Lotte.');
  await page.getByRole('tab', { name: 'Wie kent wie' }).click();
  await expect(main).toContainText(/Het begon bij Lotte Hazelaar \(.+\); daarna kwam er niemand bij\./);
  await expect(main).toContainText('Lotte Hazelaar werkt hier niet meer.');
  await page.getByRole('tab', { name: 'Waarom ze bij ons zijn' }).click();
  await expect(main).toContainText('Waarschijnlijk vooral gunning.');
  await expect(main).toContainText('Ik kwam voor Lotte; die ken ik nog van de voetbal.');
  await expect(main).toContainText('Een bekend gezicht: Lotte Hazelaar');
  await openRelation(page, 'Lunchroom Klaver');
  await expect(main).toContainText(/meestal om de 14 dagen; de laatste keer was \d+ dagen geleden/);
  await expect(main).toContainText('Hechte band');
  await expect(main).toContainText('Bram Nijhof en Hanneke Postma');
  await expect(main).not.toContainText(/Wordt stil\.|Waarschijnlijk kwijt\./);
  for (const days of await daysBetweenOrders(page, 4)) assert.ok(days >= 11 && days <= 18, `${days}`);
  await page.getByRole('tab', { name: 'Wie kent wie' }).click();
  await expect(main).toContainText(/Het begon bij Lotte Hazelaar \(.+\); Bram Nijhof kwam erbij in/);
  await page.getByRole('tab', { name: 'Waarom ze bij ons zijn' }).click();
  await expect(main).toContainText('Lotte stond er, dus ik stapte binnen.');
  await expect(main).toContainText('Bram gaat een keer mee naar Lunchroom Klaver');
  await expect(main).toContainText(/Hangt aan één van ons: 100 % bij het begin, nu \d+ %/);
});

journey('Yara: the tin was her idea, she brought two, and the second waits for thanks', async ({ page, app }) => {
  await signIn({ page, app });
  const main = page.locator('main');
  await openRelation(page, 'Yara Hofman');
  await expect(main).toContainText('Praktijk Lindehof wil overstappen.');
  await filterTimeline(page, 'Afspraken');
  const proposed = momentsOf(page, 'Idee: blikken die je terugbrengt en weer laat vullen');
  await expect(proposed).toHaveCount(1);
  assert.equal(monthsSince(await dayOf(proposed)), 14);
  await filterTimeline(page, 'Alles');
  const onTin = momentsOf(page, 'Het staat erop: Idee van Yara');
  await expect(onTin).toHaveCount(1);
  assert.equal(monthsSince(await dayOf(onTin)), 8);
  await page.getByRole('tab', { name: 'Gegevens' }).click();
  await expect(main).toContainText('Els Pothuys');
  await expect(main).toContainText('Joke Stam');
  await page.getByRole('tab', { name: 'Over en weer' }).click();
  await expect(main).toContainText('doorgegeven');
  // The latest few a side, so that what follows is in reach; the rest on request.
  const given = page.getByRole('region', { name: 'Wat wij gaven' });
  await expect(given.getByRole('listitem')).toHaveCount(8);
  await given.getByRole('button', { name: /^Alle \d+: / }).click();
  assert.ok((await given.getByRole('listitem').count()) > 8);
  // The tin stands with what she thought of, and is made.
  await expect(main).toContainText('Wat Yara Hofman bedacht.');
  const idea = page.getByRole('region', { name: 'Ideeën' });
  await expect(idea).toContainText(/Retourblik.*Komt van Yara Hofman.*Gemaakt.*er sinds.*De naam mag erbij/s);
});

journey('prices went up 8 %: Kantoorpunt left over it, Bar Nul did not notice', async ({ page, app }) => {
  await signIn({ page, app });
  const main = page.locator('main');
  const orders = page.getByRole('region', { name: 'Bestellen ze nog?' });
  await openRelation(page, 'Kantoorpunt');
  await expect(main).toContainText('Waarschijnlijk kwijt.');
  await expect(main).toContainText('Voor ons telt de kiloprijs, we stappen over.');
  await expect(orders).toContainText('Waarschijnlijk niet meer.');
  await expect(main).toContainText('Over een maand gaan onze prijzen met 8 % omhoog, en waarom');
  await expect(main).toContainText('Ruwe koffie is op de beurs veel duurder geworden.');
  await page.getByRole('tab', { name: 'Waarom ze bij ons zijn' }).click();
  await expect(main).toContainText('Waarschijnlijk vooral prijs.');
  await openRelation(page, 'Bar Nul');
  await expect(main).not.toContainText(/Wordt stil\.|Waarschijnlijk kwijt\./);
  await expect(orders).toContainText('Vrijwel zeker wel.');
  await page.getByRole('tab', { name: 'Waarom ze bij ons zijn' }).click();
  await expect(main).toContainText('Waarschijnlijk vooral merk.');
  const [toldBefore, toldAfter] = await readTrustInYear(page, roseWeeksAgo);
  assert.ok(toldAfter >= toldBefore, `${toldBefore} and ${toldAfter}`);
  // Theirs is the other half: they found it on an invoice.
  await openRelation(page, 'Theehuis Wilgenhof');
  const [before, after] = await readTrustInYear(page, roseWeeksAgo);
  assert.ok(after < before, `${before} and ${after}`);
  // What was said of it a month before, and where that was wrong.
  await page.goto('/what-if');
  const past = page.getByRole('region', { name: 'Eerder gevraagd' });
  await past.getByRole('link', { name: 'Prijzen 8 % omhoog, een maand vooraf verteld' }).click();
  await expect(main).toContainText('En wat er gebeurde');
  const row = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  await expect(row('Kantoorpunt')).toContainText('via de prijs');
  await expect(row('Kantoorpunt').locator('[data-since=gone]')).toHaveCount(1);
  await expect(row('Bar Nul')).toHaveCount(0);
  // De Brug left too, and nothing about the price had said so.
  await expect(main).toContainText('Hotel De Brug');
});

journey('Henk: seen, not answered, to make good', async ({ page, app }) => {
  await signIn({ page, app });
  const main = page.locator('main');
  await openRelation(page, 'Henk Terpstra');
  await expect(main).toContainText('Henk vroeg twee paar handen bij zijn opening. Gelezen, nooit beantwoord.');
  await expect(main).toContainText('Kunnen jullie twee paar handen missen?');
  await expect(main).toContainText('over tijd sinds');
  await expect(main).toContainText('Leende ons een week zijn bus toen de onze stilstond');
  // Our posts he shared until then, and not since.
  const shared = momentsOf(page, 'Deelde ons bericht met zijn klanten').first();
  const asked = momentsOf(page, 'Kunnen jullie twee paar handen missen?').first();
  assert.ok((await dayOf(shared)) < (await dayOf(asked)));
  assert.equal(monthsSince(await dayOf(asked)), 5);
  assert.equal(monthsSince(await dayOf(momentsOf(page, 'Leende ons een week zijn bus'))), 10);
});

journey('two hotels, one complaint each: told, and closed without a word', async ({ page, app }) => {
  await signIn({ page, app });
  const main = page.locator('main');
  await openRelation(page, 'Hotel Marktzicht');
  await expect(main).toContainText('Hechte band');
  await expect(main).not.toContainText(/Wordt stil\.|Waarschijnlijk kwijt\./);
  await expect(main).toContainText('Molen valt uit tijdens het ontbijt');
  await expect(main).toContainText(/De maalschijven waren versleten;.*Donderdag voor zessen/);
  const [before, after] = await readTrustInYear(page, complainedWeeksAgo);
  assert.ok(after > before, `${before} and ${after}`);
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
  await expect(main).toContainText('Proeverij in de branderij');
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

/** The trust of before and after that week, in the year's table: newest week first. */
async function readTrustInYear(page: Page, weeksAgo: number): Promise<readonly [number, number]> {
  await page.getByRole('tab', { name: 'Een jaar' }).click();
  await page.getByLabel('Toon als tabel').check();
  const rows = page.locator('main table tbody tr');
  await expect(rows.nth(40)).toBeVisible();
  const read = async (row: number) => Number(await rows.nth(row).locator('td').nth(1).innerText());
  return [await read(weeksAgo + 2), await read(weeksAgo - 2)];
}

async function filterTimeline(page: Page, kind: string): Promise<void> {
  await page.locator('main label').getByText(kind, { exact: true }).click();
}

function momentsOf(page: Page, text: string): Locator {
  return page.locator('main li:has(time)').filter({ hasText: text });
}

async function dayOf(moment: Locator): Promise<number> {
  return Date.parse((await moment.locator('time').getAttribute('datetime')) ?? '');
}

function monthsSince(atMs: number): number {
  return Math.round((Date.now() - atMs) / dayMs / 30.44);
}

/** Between the newest orders on the timeline, as whole days. */
async function daysBetweenOrders(page: Page, most: number): Promise<number[]> {
  const orders = momentsOf(page, 'bestelling');
  await expect(orders.nth(most - 1)).toBeVisible();
  const days = await Promise.all(Array.from({ length: most }, (_, index) => dayOf(orders.nth(index))));
  return days.slice(1).map((day, index) => Math.round(((days[index] ?? 0) - day) / dayMs));
}
