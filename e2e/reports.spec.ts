/** A fault is reported, followed by its link, answered there, and solved with what and why: trust ends higher than before. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFitsWidth, journey, startInDemo } from './browser.ts';
import { expect } from './expect.ts';
import { signIn } from './steps.ts';

startInDemo();

const said = {
  nl: {
    customer: 'Ilse Roozeboom',
    write: 'Melding opschrijven',
    subject: 'Onderwerp',
    save: 'Opschrijven',
    fault: 'De stoomkraan lekt',
    wants: 'Ilse Roozeboom wil het op deze pagina volgen',
    make: 'Maak de link',
    link: 'Geheime link',
    mail: 'Zet hem in een mail',
    received: 'Wij hebben uw melding ontvangen.',
    answer: 'Uw antwoord',
    send: 'Versturen',
    arrived: 'Uw antwoord is aangekomen. Dank u wel.',
    told: 'antwoordde op de pagina: De stoomkraan lekt',
    whatWeDid: 'Wat we deden',
    why: 'Waarom het misging, of waarom zo',
    note: 'Alleen voor ons',
    solve: 'Opgelost, en dit verteld',
    solved: 'opgelost, verteld wat en waarom',
    closed: 'Opgelost op',
    revoke: 'Trek de pagina in',
    revoked: 'De pagina is weg.',
    gone: 'Deze pagina is er niet (meer)',
  },
  en: {
    customer: 'Arend Veldman',
    write: 'Write a report down',
    subject: 'Subject',
    save: 'Write down',
    fault: 'The steam tap leaks',
    wants: 'Arend Veldman wants to follow it on this page',
    make: 'Make the link',
    link: 'Secret link',
    mail: 'Put it in a mail',
    received: 'We have received your report.',
    answer: 'Your answer',
    send: 'Send',
    arrived: 'Your answer has arrived. Thank you.',
    told: 'answered on the page: The steam tap leaks',
    whatWeDid: 'What we did',
    why: 'Why it went wrong, or why so',
    note: 'Among us only',
    solve: 'Solved, and told this',
    solved: 'solved, told what and why',
    closed: 'Solved on',
    revoke: 'Withdraw the page',
    revoked: 'The page is gone.',
    gone: 'This page is not here (any more)',
  },
} as const;

/** The journey's own start-up script, in the preview's frame: nothing may run there, so it may not either. */
const frameNoise = /'localStorage' property from 'Window': The document is sandboxed/;

/** Trust on the relation's own tie with us, as the page of the relation has it. */
async function readTrust(page: Page, partyId: string): Promise<number> {
  const { figures } = await (await page.request.get(`/api/parties/${partyId}`)).json();
  return figures.trust;
}

for (const locale of ['nl', 'en'] as const) {
  journey(
    `a fault reported, followed by its link, answered there, solved: trust ends higher (${locale})`,
    async (start) => {
      const { page } = start;
      const words = said[locale];
      await signIn(start, locale);
      const { items } = await (await page.request.get(`/api/parties?q=${encodeURIComponent(words.customer)}`)).json();
      const partyId: string = items[0].id;
      const before = await readTrust(page, partyId);
      await page.goto(`/relations/${partyId}`);
      await page.getByRole('button', { name: words.write }).click();
      await page.getByLabel(words.subject).fill(words.fault);
      await page.getByRole('button', { name: words.save, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: words.fault }).waitFor();
      await page.getByLabel(words.note).fill('KANARIE-intern');
      await page.getByLabel(words.wants).check();
      await page.getByRole('button', { name: words.make }).click();
      const link = new URL(await page.getByLabel(words.link).inputValue()).pathname;
      await assertAccessible(page, { isFrameClosed: true });
      // A draft that carries it; here no mailbox sends, so it goes on to one's own mail program.
      const drafted = page.waitForRequest((asked) => asked.url().endsWith('/api/outbox') && asked.method() === 'POST');
      await page.getByRole('button', { name: words.mail }).click();
      const draft = (await drafted).postDataJSON();
      assert.equal(draft.partyId, partyId);
      assert.ok(JSON.stringify(draft.body).includes(link) && draft.subject !== '');

      // Another browser, in which nobody is signed in.
      const outside = await page
        .context()
        .browser()
        ?.newContext({ locale: locale === 'nl' ? 'nl-NL' : 'en-GB' });
      assert.ok(outside);
      const theirs = await outside.newPage();
      const noise: string[] = [];
      theirs.on('console', (message) => noise.push(message.text()));
      await theirs.goto(`${start.app.url}${link}`);
      await expect(theirs.getByText(words.received)).toBeVisible();
      await expect(theirs.locator('body')).not.toContainText('KANARIE');
      await theirs.getByLabel(words.answer).fill('Vandaag ook al.');
      await theirs.getByRole('button', { name: words.send }).click();
      await expect(theirs.getByText(words.arrived)).toBeVisible();
      await expect(theirs.getByText('Vandaag ook al.')).toBeVisible();
      await assertAccessible(theirs);
      assert.deepEqual(await outside.cookies(), []);

      // It stands there without a reload, and whoever looks after it is told.
      await expect(page.getByText('Vandaag ook al.')).toBeVisible();
      const told = await (await page.request.get('/api/notifications')).json();
      assert.equal(told.items[0].kind, 'report-answered');
      await page.getByLabel(words.whatWeDid).fill('Nieuwe kraan.');
      await page.getByLabel(words.why).fill('De ring was versleten.');
      await page.getByLabel(words.note).focus();
      await page.getByRole('button', { name: words.solve }).click();
      await expect(page.getByText(words.solved)).toBeVisible();
      await page.setViewportSize({ width: 390, height: 844 });
      await assertAccessible(page, { isFrameClosed: true });
      await assertFitsWidth(page);
      await theirs.reload();
      for (const text of [words.closed, 'Nieuwe kraan.', 'De ring was versleten.']) {
        await expect(theirs.getByText(text)).toBeVisible();
      }
      assert.deepEqual(noise, []);
      await expect.poll(async () => (await readTrust(page, partyId)) > before).toBe(true);
      await page.getByRole('button', { name: words.revoke }).click();
      await expect(page.getByText(words.revoked)).toBeVisible();
      await theirs.reload();
      await expect(theirs.getByRole('heading', { name: words.gone })).toBeVisible();
      await outside.close();
    },
    { expectedNoise: [frameNoise, /api\/outbox/] },
  );
}
