/** An account on Bluesky that is connected with a wrong password, mended, and seen on the relation with its post. */
import { after } from 'node:test';
import { connections as en } from '#messages/en/connections.ts';
import { social as enSocial } from '#messages/en/social.ts';
import { timeline as enTimeline } from '#messages/en/timeline.ts';
import { connections as nl } from '#messages/nl/connections.ts';
import { social as nlSocial } from '#messages/nl/social.ts';
import { timeline as nlTimeline } from '#messages/nl/timeline.ts';
import { appPassword, openBlueskyDouble, ourDid } from '#test/doubles/bluesky-double.ts';
import { assertAccessible, journey, startWith } from './browser.ts';
import { expect } from './expect.ts';
import { openHouse, openRelation, signIn, speak } from './steps.ts';

let bluesky: Awaited<ReturnType<typeof openBlueskyDouble>>;

startWith(async () => {
  bluesky = await openBlueskyDouble();
  const post = { uri: `at://${ourDid}/app.bsky.feed.post/3aaa` };
  bluesky.notify({
    ...{ did: 'did:plc:ans', handle: 'ans.example', name: 'Ans de Wit', reason: 'reply' },
    uri: 'at://did:plc:ans/app.bsky.feed.post/3p1',
    record: { text: 'Wat een lekkere melange!', reply: { parent: post, root: post } },
    at: new Date(Date.now() - 3_600_000).toISOString(),
  });
  return { HECHT_ALSO_REACHABLE: new URL(bluesky.url).host };
});
after(() => bluesky.close());

journey('the house is open', async ({ page, app }) => {
  await openHouse({ page, app });
});

journey(
  'who replies on Bluesky stands on their own page, with the post and how it was found',
  async ({ page, app }) => {
    await signIn({ page, app }, 'nl');
    await page.goto('/connections');
    await page.getByRole('button', { name: nl.add }).click();
    await page.getByRole('button', { name: new RegExp(`^${nl.kinds.bluesky}`) }).click();
    await page.getByLabel(nlSocial.blueskyHandle).fill('@overkant.example');
    await page.getByLabel(nlSocial.appPassword, { exact: true }).fill('mis');
    await page.getByLabel(nlSocial.server).fill(bluesky.url);
    await page.getByRole('button', { name: nl.form.try }).click();
    await expect(page.getByRole('alert')).toContainText(nl.problems['wrong-password'].is);
    await assertAccessible(page);
    await page.getByLabel(nlSocial.appPassword, { exact: true }).fill(appPassword);
    await page.getByRole('button', { name: nl.form.try }).click();
    await expect(page.getByText(nl.form.works('@overkant.example'))).toBeVisible();
    await expect(page.getByLabel(nlSocial.places['notifications'] ?? '')).toBeChecked();
    await page.getByRole('button', { name: nl.form.connect, exact: true }).click();
    const line = page.getByRole('listitem').filter({ hasText: '@overkant.example' });
    await expect(line).toContainText(nl.states.fine, { timeout: 40_000 });
    await openRelation(page, 'Ans de Wit');
    const { pathname } = new URL(page.url());
    for (const [locale, said, found] of [
      ['nl', nl, nlTimeline.found],
      ['en', en, enTimeline.found],
    ] as const) {
      await speak(page, locale);
      await page.goto('/connections');
      await expect(page.getByRole('listitem').filter({ hasText: '@overkant.example' })).toContainText(said.states.fine);
      await page.goto(pathname);
      await expect(page.getByText('Wat een lekkere melange!')).toBeVisible();
      const link = page.getByRole('link', { name: found.read('bsky.app') });
      await expect(link).toHaveAttribute('href', 'https://bsky.app/profile/did:plc:ans/post/3p1');
      await expect(link).toHaveAttribute('rel', /noopener/);
      await assertAccessible(page);
    }
    await speak(page, 'en');
    await page.goto('/connections');
    await page.getByRole('button', { name: en.add }).click();
    await page.getByRole('button', { name: new RegExp(`^${en.kinds.feed}`) }).click();
    await expect(page.getByLabel(enSocial.feedAddress)).toBeVisible();
    await assertAccessible(page);
  },
);
