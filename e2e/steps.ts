/** Steps that several journeys share, in the words a user reads. */
import type { Page } from 'playwright-core';
import type { Journey } from './browser.ts';

export const owner = {
  name: 'Joris van Ommen',
  email: 'joris@proefhuis.example',
  password: 'koffie met een wolkje',
  firmName: 'Proefhuis',
} as const;

/** First run: the token from the console, an owner, and the question how to begin. */
export async function openHouse({ page, app }: Journey): Promise<void> {
  await page.goto(app.firstRunUrl());
  await page.getByLabel('Je naam').fill(owner.name);
  await page.getByLabel('Mailadres').fill(owner.email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(owner.password);
  await page.getByLabel('Naam van je bedrijf').fill(owner.firmName);
  await page.getByRole('button', { name: 'Open het huis' }).click();
  await page.getByRole('heading', { name: /Hoe wil je beginnen/ }).waitFor();
}

export async function signIn({ page }: Journey): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Mailadres').fill(owner.email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  // Whoever chose English last is spoken to in English.
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
export async function openDemo(page: Page): Promise<void> {
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
