/** Steps that several journeys share, in the words a user reads. */
import type { Locator, Page } from 'playwright-core';
import type { Journey } from './browser.ts';
import { expect } from './expect.ts';
import { askFor, moveIn, owner } from './move-in.ts';

/** The house with its owner signed in, asked of the house itself: what the screens of it are like, other journeys see. */
export function openHouse({ page, app }: Journey): Promise<void> {
  return moveIn(page.request, app);
}

/** First run: the token from the console, an owner, and the question how to begin. */
export async function openHouseByHand({ page, app }: Journey): Promise<void> {
  await page.goto(app.firstRunUrl());
  await page.getByLabel('Je naam').fill(owner.name);
  await page.getByLabel('Mailadres').fill(owner.email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(owner.password);
  await page.getByLabel('Naam van je bedrijf').fill(owner.firmName);
  await page.getByRole('button', { name: 'Open het huis' }).click();
  await page.getByRole('heading', { name: /Hoe wil je beginnen/ }).waitFor();
}

/** The first screen, as whoever signed in last chose to be spoken to, or from now on in the language named. */
export async function signIn({ page, app }: Journey, locale?: 'nl' | 'en'): Promise<void> {
  await askFor(page.request, app, '/api/auth/sign-in/email', { email: owner.email, password: owner.password });
  if (locale) {
    await page.request.patch(`${app.url}/api/me`, { data: { locale } });
    await page.addInitScript((chosen) => localStorage.setItem('hecht-locale', chosen), locale);
  }
  await page.goto('/');
  await page.getByRole('navigation', { name: /^(Hoofdmenu|Main)$/ }).waitFor();
}

/** Looks a relation up by typing, as one does, and opens it. */
export async function openRelation(page: Page, name: string): Promise<void> {
  await page.goto('/relations');
  await page.getByLabel('Zoek in relaties').fill(name);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** From the question how to begin: look around in the demo firm, until its first screen stands there. */
export async function openDemoByHand(page: Page): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: 'voorbeeldbedrijf' }).getByRole('button').click();
  await page.getByRole('heading', { name: /dingen vandaag/ }).waitFor({ timeout: 60_000 });
}

/** The account's language, as the switch in the settings keeps it. */
export async function speak(page: Page, locale: 'nl' | 'en'): Promise<void> {
  await page.evaluate(async (chosen) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    await fetch('/api/me', { method: 'PATCH', headers, body: JSON.stringify({ locale: chosen }) });
    window.localStorage.setItem('hecht-locale', chosen);
  }, locale);
  await page.reload();
  await page.locator(`html[lang=${locale}]`).waitFor();
}

/** From a menu that hides when what is above it moves its button away: then it is opened once more, as one does. */
export async function chooseFromMenu(page: Page, button: Locator, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name });
  await expect(async () => {
    if (!(await item.isVisible())) await button.click();
    await item.click({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
}
