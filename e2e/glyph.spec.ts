/** The flower: read at 20 px in grey by a program that only sees ink, and opened petal by petal at 200 px. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { openRelation, signIn } from './steps.ts';

startInDemo();

const blocks = ['vertrouwen', 'wederkerigheid', 'intensiteit', 'tijd'] as const;

journey('the weakest that a flower says in words stands beside it in the list', async ({ page, app }) => {
  await signIn({ page, app });
  for (const { row, sentence, flower } of await listFlowers(page)) {
    const size = await flower.boundingBox();
    assert.ok(size && size.height >= 18 && size.height <= 28, `${size?.height} px`);
    const [, weakest] = /(vertrouwen|wederkerigheid|intensiteit|tijd) \d+, de zwakste/.exec(sentence) ?? [];
    if (weakest) await expect(row).toContainText(weakest);
  }
});

journey('at 20 px and without colour, the longer petal is the one with the higher value', async ({ page, app }) => {
  await signIn({ page, app });
  const blank = await page.context().newPage();
  let compared = 0;
  for (const { sentence, flower } of await listFlowers(page)) {
    const values = blocks.map((block) => Number(new RegExp(`${block} (\\d+)`).exec(sentence)?.[1] ?? Number.NaN));
    const reach = await measureInk(blank, await flower.screenshot());
    for (const [one, value] of values.entries()) {
      for (const [other, lower] of values.entries()) {
        if (!(value - lower >= 30)) continue;
        compared += 1;
        assert.ok((reach[one] ?? 0) > (reach[other] ?? 0), `${sentence} but ink reaches ${reach.join(', ')}`);
      }
    }
  }
  await blank.close();
  assert.ok(compared >= 8, `${compared} pairs of petals far enough apart`);
});

journey('each petal is a button of at least 24 px that opens its reasons and closes again', async ({ page, app }) => {
  await signIn({ page, app });
  await openRelation(page, 'Ilse Roozeboom');
  for (const block of ['Vertrouwen', 'Wederkerigheid', 'Intensiteit', 'Tijd']) {
    const petal = page.getByRole('button', { name: new RegExp(`^${block} `) });
    const size = await petal.boundingBox();
    assert.ok(size && size.width >= 24 && size.height >= 24, `${block}: ${size?.width} x ${size?.height}`);
    await petal.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: block })).toBeVisible();
    await page.getByRole('button', { name: 'Sluit de redenen' }).click();
    await expect(page.getByRole('region', { name: block })).toHaveCount(0);
  }
});

interface Flower {
  readonly row: Locator;
  readonly flower: Locator;
  readonly sentence: string;
}

/** The flowers of the list, from the least close on: those differ most. */
async function listFlowers(page: Page): Promise<Flower[]> {
  await page.goto('/relations?kind=organisation&sort=bond&order=asc');
  const named = /^Hechtheid \d+ van 100/;
  await page.getByRole('img', { name: named }).nth(10).waitFor();
  const rows = await page
    .getByRole('row')
    .filter({ has: page.getByRole('img', { name: named }) })
    .all();
  return Promise.all(
    rows.slice(0, 12).map(async (row) => {
      const flower = row.locator('svg[data-tier="row"]');
      return { row, flower, sentence: (await flower.locator('title').textContent()) ?? '' };
    }),
  );
}

/** How far from the middle grey ink reaches up, right, down and left, in pixels. */
async function measureInk(blank: Page, screenshot: Buffer): Promise<number[]> {
  return blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const brush = canvas.getContext('2d');
    if (!brush) throw new Error('no canvas');
    brush.drawImage(image, 0, 0);
    const { data } = brush.getImageData(0, 0, image.width, image.height);
    const grey = (x: number, y: number) => {
      const at = 4 * (y * image.width + x);
      return 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
    };
    const paper = grey(0, 0);
    const middle = Math.floor(image.height / 2);
    const hasInk = (x: number, y: number) => Math.abs(grey(x, y) - paper) > 40;
    // A petal is at least two pixels wide: looked for in the three middle ones.
    const reach = (step: (distance: number, aside: number) => [number, number]) => {
      for (let distance = middle - 1; distance > 0; distance -= 1) {
        if ([-1, 0, 1].some((aside) => hasInk(...step(distance, aside)))) return distance;
      }
      return 0;
    };
    return [
      reach((distance, aside) => [middle + aside, middle - distance]),
      reach((distance, aside) => [middle + distance, middle + aside]),
      reach((distance, aside) => [middle + aside, middle + distance]),
      reach((distance, aside) => [middle - distance, middle + aside]),
    ];
  }, screenshot.toString('base64'));
}
