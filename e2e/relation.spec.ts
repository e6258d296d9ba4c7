/** One relation: what is recorded shows at once, every number opens, and people outrank the model. */

import { journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { openRelation, signIn } from './steps.ts';

startInDemo();

journey('a call that is recorded ends the silence at once', async ({ page, app }) => {
  await signIn({ page, app });
  await openRelation(page, 'Café Ans');
  const main = page.locator('main');
  await expect(main).toContainText('Wordt stil.');
  await page.getByRole('button', { name: 'Leg een contactmoment vast' }).click();
  await page.getByLabel('Wat gebeurde er?').fill('Gebeld: ze mist Lotte, Daan komt donderdag langs.');
  await page.getByRole('button', { name: 'Leg vast', exact: true }).click();
  await expect(main).toContainText('Ze mist Lotte, Daan komt donderdag langs.');
  await expect(main).not.toContainText('Wordt stil.');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Drie dingen vandaag.');
});

journey('a petal opens to what is behind it: reasons, both ways, events with their weight', async ({ page, app }) => {
  await signIn({ page, app });
  await openRelation(page, 'Ilse Roozeboom');
  await page.getByRole('button', { name: /^Vertrouwen/ }).click();
  const panel = page.getByRole('region', { name: 'Vertrouwen' });
  await expect(panel.getByRole('heading', { name: 'Waarom' })).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'De gebeurtenissen erachter' })).toBeVisible();
  await expect(panel).toContainText('Ilse Roozeboom in ons');
  // Named by what happened and what it was about, not by why it counts.
  const event = panel
    .getByRole('row')
    .filter({ hasText: /klacht/ })
    .first();
  await expect(event).toContainText('“');
  await expect(event).toContainText('%');
  await page.keyboard.press('Tab');
  await panel.getByRole('button', { name: 'Sluit de redenen' }).click();
  await expect(panel).toHaveCount(0);
});

journey(
  "one's own word stands above the computed value, with its author, and can be taken back",
  async ({ page, app }) => {
    await signIn({ page, app });
    await openRelation(page, 'Ilse Roozeboom');
    await page.getByRole('button', { name: /^Vertrouwen/ }).click();
    const panel = page.getByRole('region', { name: 'Vertrouwen' });
    await panel.getByRole('button', { name: 'Zelf instellen' }).click();
    const slider = panel.getByRole('slider');
    await slider.focus();
    await slider.press('Home');
    for (let step = 0; step < 5; step += 1) await slider.press('ArrowRight');
    await panel.getByLabel('Waarom (mag leeg blijven)').fill('Ze belde boos, dat staat nog nergens.');
    await panel.getByRole('button', { name: /^Zet vast/ }).click();
    await expect(panel).toContainText('Joris van Ommen');
    await expect(panel).toContainText('Ze belde boos, dat staat nog nergens.');
    // The open petal stands in the address bar: after a reload it is open still.
    await page.reload();
    await expect(panel).toContainText('Ze belde boos, dat staat nog nergens.');
    await panel.getByRole('button', { name: 'Laat het weer uitrekenen' }).click();
    await expect(panel).not.toContainText('Ze belde boos, dat staat nog nergens.');
  },
);

journey('a reason that is left aside stays visible as left aside, and can count again', async ({ page, app }) => {
  await signIn({ page, app });
  await openRelation(page, 'Ilse Roozeboom');
  await page.getByRole('button', { name: /^Vertrouwen/ }).click();
  const panel = page.getByRole('region', { name: 'Vertrouwen' });
  await panel.getByText('Laat dit buiten beschouwing').first().click();
  await expect(panel.getByText('Laat dit weer meetellen').first()).toBeVisible();
  await panel.getByText('Laat dit weer meetellen').first().click();
  await expect(panel.getByText('Laat dit weer meetellen')).toHaveCount(0);
});

journey('what if: a slider moves the flower without a request', async ({ page, app }) => {
  await signIn({ page, app });
  await openRelation(page, 'Lunchroom Klaver');
  await page.getByRole('tab', { name: 'Stel dat…' }).click();
  const asked: string[] = [];
  const slider = page.getByRole('slider').first();
  await slider.waitFor();
  await page.waitForLoadState('networkidle');
  page.on('request', (request) => asked.push(request.url()));
  const main = page.locator('main');
  const before = await main.innerText();
  await slider.focus();
  for (let step = 0; step < 6; step += 1) await slider.press('ArrowRight');
  await expect(main).not.toHaveText(before);
  // Whether a colleague changed something is asked all the time, and has nothing to do with it.
  expect(asked.filter((url) => url.includes('/api/') && !/\/api\/(changes|live)/.test(url))).toEqual([]);
});

journey('a tab keeps its place in the address bar', async ({ page, app }) => {
  await signIn({ page, app });
  await openRelation(page, 'Lunchroom Klaver');
  await page.getByRole('tab', { name: 'Over en weer' }).click();
  await expect(page).toHaveURL(/tab=/);
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Over en weer' })).toHaveAttribute('aria-selected', 'true');
});
