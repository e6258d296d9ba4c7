/** What a mail says, confirmed with one key and never by itself: on Today, on a page of its own, with the relation. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFitsWidth, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { owner } from './move-in.ts';
import { signIn } from './steps.ts';

startInDemo();

const dayMs = 86_400_000;

const said = {
  nl: {
    from: 'Nienke Postma <nienke@postmabakt.example>',
    name: 'Nienke Postma',
    text: 'Ik stuur je volgende week de maten van de bar.',
    onToday: '3 voorstellen uit je mail',
    title: 'Voorstellen uit je mail',
    promised: 'Nienke Postma heeft iets toegezegd',
    phone: 'Een telefoonnummer van Nienke Postma: +31612345678',
    done: 'De toezegging staat genoteerd.',
    no: 'Het wordt niet nog eens voorgesteld.',
    undo: 'Ongedaan maken',
    owed: 'Wat er nog openstaat',
    about: 'Gegevens',
    yes: 'Neem over',
    empty: 'Niets voor te stellen.',
  },
  en: {
    from: 'Gordon Wells <gordon@wellsroast.example>',
    name: 'Gordon Wells',
    text: "I'll send you the sizes of the bar next week.",
    onToday: '4 proposals from your mail',
    title: 'Proposals from your mail',
    promised: 'Gordon Wells promised something',
    phone: 'A phone number of Gordon Wells: +31612345679',
    done: 'The promise is written down.',
    no: 'It is not proposed again.',
    undo: 'Undo',
    owed: 'What is owed',
    about: 'About',
    yes: 'Take it over',
    empty: 'Nothing to propose.',
  },
} as const;

/** Two mails of the last days, as a mailbox hands them over. */
async function bringMail(page: Page, locale: 'nl' | 'en'): Promise<void> {
  const { from, name, text } = said[locale];
  const phone = locale === 'nl' ? '06 12345678' : '06 12345679';
  const mail = (daysAgo: number, words: string) => {
    const date = new Date(Date.now() - daysAgo * dayMs).toUTCString();
    const headers = `From: ${from}\nTo: ${owner.name} <${owner.email}>\nSubject: Bar\nDate: ${date}`;
    const separator = date.replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 $4');
    return `From x@x.example ${separator}\n${headers}\nMessage-ID: <${locale}-${daysAgo}@x.example>\nContent-Type: text/plain\n\n${words}\n`;
  };
  const thanks = locale === 'nl' ? 'Bedankt voor je hulp bij de opening.' : 'Thanks for your help with the opening.';
  const letters = [mail(1, `${text}\n\nGroet,\n${name}\n${phone}`), mail(2, thanks)].join('\n');
  const file = { name: 'post.mbox', mimeType: 'application/mbox', buffer: Buffer.from(letters) };
  const { request } = page;
  const origin = new URL(page.url()).origin;
  const { uploadId } = await (await request.post('/api/uploads', { multipart: { file }, headers: { origin } })).json();
  const made = await request.post('/api/imports', { data: { uploadId, fileName: file.name } });
  const { id } = await made.json();
  const reach = async (status: string) => {
    await expect.poll(async () => (await (await request.get(`/api/imports/${id}`)).json()).status).toBe(status);
  };
  await reach('previewed');
  await request.post(`/api/imports/${id}/start`, { data: { ownAddresses: [owner.email] } });
  await reach('done');
}

for (const locale of ['nl', 'en'] as const) {
  journey(`a promise, a number and a thank-you: yes, no, and taken back, by keys alone (${locale})`, async (start) => {
    const { page } = start;
    const words = said[locale];
    await signIn(start, locale);
    await bringMail(page, locale);
    // The line stands there without a reload: the mail was read while one looked. (In English one of before is left.)
    await page.getByRole('link', { name: words.onToday }).waitFor({ timeout: 15_000 });
    await page.keyboard.press('g');
    await page.keyboard.press('v');
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    const row = (text: string) => page.getByRole('listitem', { name: text });
    await expect(row(words.promised)).toContainText(words.text);
    await assertAccessible(page);

    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const walkTo = async (text: string) => {
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('k');
      for (let step = 0; step < 4 && (await focused()) !== text; step += 1) await page.keyboard.press('j');
      assert.equal(await focused(), text);
    };
    await walkTo(words.promised);
    await page.keyboard.press('Enter');
    await expect(row(words.promised)).toHaveCount(0);
    await expect(page.getByText(words.done)).toBeVisible();
    await walkTo(words.phone);
    await page.keyboard.press('x');
    await expect(row(words.phone)).toHaveCount(0);
    await expect(page.getByText(words.no)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(row(words.phone)).toBeVisible();

    await row(words.phone).getByRole('link', { name: words.name }).click();
    await page.getByRole('heading', { level: 1, name: words.name }).waitFor();
    await expect(page.getByRole('region', { name: words.owed })).toContainText(words.text);
    const proposed = page.getByRole('region', { name: words.title });
    await proposed.getByRole('button', { name: `${words.yes}: ${words.phone}` }).click();
    await expect(proposed.getByText(words.phone)).toHaveCount(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await assertAccessible(page);
    await assertFitsWidth(page);
    await page.getByRole('tab', { name: words.about, exact: true }).click();
    await expect(page.getByRole('link', { name: locale === 'nl' ? '+31612345678' : '+31612345679' })).toBeVisible();
  });
}
