/** Does it come true? The demo firm's check is the same in the browser as on the command line. */
import assert from 'node:assert/strict';
import { assertAccessible, journey, startInDemo } from './browser.ts';
import { compareWithPage, readPrinted, runHechtCheck } from './printed-check.ts';
import { signIn } from './steps.ts';

startInDemo();

const titles = { nl: 'Klopt het?', en: 'Does it come true?' };

for (const locale of ['nl', 'en'] as const) {
  journey(`a check run on the command line is the one the page prints, to the figure (${locale})`, async (walk) => {
    const { page, app } = walk;
    const again = locale === 'nl' ? ['--again'] : [];
    const printed = readPrinted(await runHechtCheck(app, [...again, '--language', locale]));
    await signIn(walk, locale);
    await page.goto('/check');
    await page.getByRole('heading', { level: 1, name: titles[locale] }).waitFor();
    await page.locator('main section').last().waitFor();
    const compared = await compareWithPage(page, printed);
    assert.ok(compared >= 60, `${compared} figures compared`);
    await assertAccessible(page);
  });
}

journey('what the API answers is what the command answers', async (walk) => {
  await signIn(walk);
  const answered = await (await walk.page.request.get(`${walk.app.url}/api/check`)).json();
  assert.deepEqual(JSON.parse(await runHechtCheck(walk.app, ['--json'])), answered);
});
