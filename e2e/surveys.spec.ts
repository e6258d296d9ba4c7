/** Somebody is asked whether they would miss us, answers by the link, and it stands with them and in the share of all. */
import assert from 'node:assert/strict';
import { assertAccessible, assertFitsWidth, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

const said = {
  nl: {
    ask: /^Vraag het per mail: (.+)$/,
    link: 'De link',
    very: 'Heel vervelend',
    people: 'De mensen',
    words: 'Of in uw eigen woorden',
    send: 'Verstuur',
    thanks: 'Dank u wel',
    share: /heel vervelend/,
    tooFew: 'Nog geen oordeel: daar zijn 30 antwoorden voor nodig.',
    answered: (name: string) => `${name} antwoordde`,
    tab: 'Over en weer',
    lately: 'is pas iets gevraagd',
    would: 'zou missen: de mensen',
    why: 'Waarom ze bij ons zijn',
    stated: 'geantwoord op',
  },
  en: {
    ask: /^Ask by mail: (.+)$/,
    link: 'The link',
    very: 'Very annoying',
    people: 'The people',
    words: 'Or in your own words',
    send: 'Send',
    thanks: 'Thank you',
    share: /very annoying/,
    tooFew: 'No verdict yet: that takes 30 answers.',
    answered: (name: string) => `${name} answered`,
    tab: 'Give and take',
    lately: 'was asked lately',
    would: 'would miss: the people',
    why: 'Why they are with us',
    stated: 'answered on',
  },
} as const;

for (const locale of ['nl', 'en'] as const) {
  const words = said[locale];
  journey(`would they miss us: asked by link, answered there, told here (${locale})`, async (walk) => {
    const { page } = walk;
    await signIn(walk, locale);
    await page.goto('/surveys');
    const ask = page.getByRole('button', { name: words.ask }).first();
    const name = words.ask.exec((await ask.getAttribute('aria-label')) ?? '')?.[1] ?? '';
    assert.notEqual(name, '');
    await assertAccessible(page);
    await ask.click();
    const url = await page.getByRole('dialog').getByRole('textbox', { name: words.link }).inputValue();
    await page.keyboard.press('Escape');

    // As who is asked: on a phone, without a session, without a cookie.
    const phone = { viewport: { width: 390, height: 844 }, locale: locale === 'nl' ? 'nl-NL' : 'en-GB' };
    const outside = await page.context().browser()?.newContext(phone);
    const theirs = await outside?.newPage();
    assert.ok(outside && theirs);
    const answer = await theirs.goto(url);
    assert.equal(answer?.headers()['x-robots-tag'], 'noindex, nofollow, noarchive');
    await assertAccessible(theirs);
    await assertFitsWidth(theirs);
    await theirs.getByLabel(words.very).check();
    await theirs.getByLabel(words.people).check();
    await theirs.getByLabel(words.words).fill('Dat jullie weten hoe ik het drink.');
    await theirs.getByRole('button', { name: words.send }).click();
    await theirs.getByRole('heading', { name: words.thanks }).waitFor();
    assert.deepEqual(await outside.cookies(), []);
    // Asked for again, it thanks and takes no second answer.
    await theirs.goto(url);
    await expect(theirs.getByRole('radio')).toHaveCount(0);
    await outside.close();

    await page.reload();
    await expect(page.locator('main')).toContainText(words.share);
    await expect(page.locator('main')).toContainText(words.tooFew);
    await page.getByRole('link', { name: words.answered(name) }).click();
    await expect(page.getByRole('tab', { name: words.tab })).toHaveAttribute('aria-selected', 'true');
    const part = page.locator('section').filter({ hasText: words.answered(name) });
    await expect(part).toContainText('Dat jullie weten hoe ik het drink.');
    await expect(part).toContainText(words.lately);
    await expect(part).toContainText(words.would);
    // What they would miss is a reason of theirs.
    await page.getByRole('tab', { name: words.why }).click();
    const why = page.getByRole('region', { name: words.why });
    await expect(why).toContainText('Dat jullie weten hoe ik het drink.');
    await expect(why).toContainText(words.stated);
  });
}
