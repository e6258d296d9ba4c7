/** Who knows whom: where it would break, who can introduce us by which weakest link, the draft, and the map. */
import { assertAccessible, assertFitsWidth, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

const said = {
  nl: {
    karin: 'Valt Karin Wolters weg, dan hangen 31 relaties in de lucht.',
    studio: 'Zonder Studio Zeven is er geen weg meer naar 2 anderen:',
    show: 'Toon de kaart',
    find: 'Zoek op de kaart',
    lost: 'Zonder deze raken we 2 anderen kwijt.',
    tab: 'Wie kent wie',
    open: 'Naar deze relatie',
    ways: 'Wie kan ons voorstellen?',
    way: 'Via Mila Hartevelt en Yara Hofman',
    weakest: /De zwakste schakel zit tussen .+: \d+\./,
    how: 'Hoe sterk deze weg is',
    write: 'Concept aan Yara Hofman',
    draft: 'Je concept',
    ask: /Ik zou graag kennismaken met Atelier Pothuys/,
  },
  en: {
    karin: 'If Karin Wolters falls away, 31 relations hang in the air.',
    studio: 'Without Studio Zeven there is no way left to 2 others:',
    show: 'Show the map',
    find: 'Find on the map',
    lost: 'Without this one we lose 2 others.',
    tab: 'Who knows whom',
    open: 'To this relation',
    ways: 'Who can introduce us?',
    way: 'By way of Mila Hartevelt and Yara Hofman',
    weakest: /The weakest link lies between .+: \d+\./,
    how: 'How strong this way is',
    write: 'Draft to Yara Hofman',
    draft: 'Your draft',
    ask: /I would like to get to know Atelier Pothuys/,
  },
} as const;

for (const locale of ['nl', 'en'] as const) {
  const words = said[locale];
  journey(
    `where it would break, and an introduction asked by its weakest link (${locale})`,
    async ({ page, app }) => {
      await signIn({ page, app }, locale);
      await page.goto('/network');
      await expect(page.getByText(words.karin)).toBeVisible();
      await expect(page.getByText(words.studio)).toBeVisible();
      await page.getByRole('link', { name: 'Atelier Pothuys' }).click();
      await page.getByRole('tab', { name: words.tab }).click();
      const way = page.getByRole('listitem', { name: words.way });
      await way.getByRole('button', { name: words.weakest }).click();
      const account = page.getByRole('dialog', { name: words.how });
      await expect(account.getByText(/Yara Hofman/).first()).toBeVisible();
      await assertAccessible(page);
      await page.keyboard.press('Escape');
      // Nobody's mailbox is connected in the demo firm: the draft is there to take along.
      await way.getByRole('button', { name: words.write }).click();
      const draft = page.getByRole('dialog', { name: words.draft });
      await expect(draft.getByText(words.ask)).toBeVisible();
    },
    { expectedNoise: [/409 \(Conflict|422 \(Unprocessable/] },
  );
}

journey(
  'the map opens, shows who stands between us and others, and leads to them, in a narrow window',
  async ({ page, app }) => {
    const words = said.nl;
    await signIn({ page, app }, 'nl');
    await page.goto('/network');
    await page.getByRole('button', { name: words.show }).click();
    await page.locator('[data-drawn=true]').waitFor();
    const find = page.getByRole('combobox', { name: words.find });
    await find.click();
    await find.pressSequentially('Studio Z');
    await page.getByRole('option', { name: 'Studio Zeven' }).click();
    await expect(page.getByText(words.lost)).toBeVisible();
    await assertAccessible(page);
    await assertFitsWidth(page);
    await page.getByRole('link', { name: words.open }).click();
    await page.getByRole('heading', { level: 1, name: 'Studio Zeven' }).waitFor();
    await expect(page.getByRole('heading', { name: words.ways })).toBeVisible();
    await assertFitsWidth(page);
  },
  {
    viewport: { width: 390, height: 844 },
    // A browser without a graphics card draws in software, and says that reading a pixel back costs time.
    expectedNoise: [/GL Driver Message/],
  },
);
