import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPromises } from './promises.ts';
import { isPlainThanks } from './thanks.ts';

/** Wednesday 6 May 2026, half past ten in Amsterdam. */
const wednesdayMs = Date.UTC(2026, 4, 6, 8, 30);
const dueOn = (text: string): string | null | undefined => {
  const [promise] = findPromises(text, wednesdayMs);
  if (!promise) return undefined;
  if (promise.dueMs === null) return null;
  return new Date(promise.dueMs + 1).toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' });
};

test('a promise with a day: due at the end of that day in Amsterdam', () => {
  const promises: readonly (readonly [string, string])[] = [
    ['Ik stuur je morgen de offerte.', '2026-05-08 00:00:00'],
    ['Morgen stuur ik je de offerte.', '2026-05-08 00:00:00'],
    ['Ik bel je overmorgen terug.', '2026-05-09 00:00:00'],
    ['Ik laat het je vrijdag weten.', '2026-05-09 00:00:00'],
    ['We leveren de zakken woensdag bij jullie af.', '2026-05-14 00:00:00'],
    ['Ik zal de factuur uiterlijk 12 mei naar je opsturen.', '2026-05-13 00:00:00'],
    ['Je hoort voor het eind van de week van mij.', '2026-05-09 00:00:00'],
    ['Ik mail je vanmiddag de lijst.', '2026-05-07 00:00:00'],
    ['Binnen drie dagen stuur ik u de cijfers.', '2026-05-10 00:00:00'],
    ['Ik kom er volgende week op terug.', '2026-05-16 00:00:00'],
    ['I will send you the report by Friday.', '2026-05-09 00:00:00'],
    ["I'll call you tomorrow.", '2026-05-08 00:00:00'],
    ['We will deliver the machine on May 20th.', '2026-05-21 00:00:00'],
    ['I’ll get back to you within two weeks.', '2026-05-21 00:00:00'],
    ['Ik stuur je op 3 februari de jaarcijfers.', '2027-02-04 00:00:00'],
  ];
  for (const [text, due] of promises) assert.equal(dueOn(text), due, text);
});

test('firm words without a day are a promise without a due date', () => {
  for (const text of [
    'Ik zal het voor je uitzoeken.',
    'Ik kom er nog op terug.',
    'Ik laat het je weten.',
    'I will send you the papers.',
    "I'll let you know.",
  ])
    assert.equal(dueOn(text), null, text);
});

test('what is no promise: doubt, question, refusal, condition, already done, someone else', () => {
  const others = [
    'Zal ik je morgen bellen?',
    'Ik stuur je morgen niets, dat wordt niet gedaan.',
    'Als ik tijd heb, bel ik je morgen.',
    'Misschien bel ik je morgen.',
    'Ik probeer je morgen te bellen.',
    'Hierbij stuur ik je de offerte.',
    'Ik heb je gisteren de offerte gestuurd.',
    'Ik stuur je graag meer informatie.',
    'Stuur jij mij morgen de lijst.',
    'Karin belt je morgen.',
    'De zakken komen morgen.',
    'Morgen is het vrijdag.',
    'Ik ga morgen naar de markt.',
    'Goedemorgen, ik stuur koffie.',
    'I would send you the report.',
    'Will you call me tomorrow?',
    "I won't send it.",
    'If needed I will call you.',
    'We will give you 25 % off!',
    'Please find attached the report.',
    'She will call you tomorrow.',
  ];
  for (const text of others) assert.deepEqual(findPromises(text, wednesdayMs), [], text);
});

test('the sentence itself is kept, at most three of a mail', () => {
  const found = findPromises(
    'Hoi Sanne,\n\nLeuk gesprek! Ik stuur je\nmorgen de offerte. Tot dan.\n\nIk bel je vrijdag. Ik laat het je weten. Ik kom er op terug.',
    wednesdayMs,
  );
  assert.deepEqual(
    found.map(({ text }) => text),
    ['Ik stuur je morgen de offerte.', 'Ik bel je vrijdag.', 'Ik laat het je weten.'],
  );
});

test('due days hold where the clock changes', () => {
  const beforeChangeMs = Date.UTC(2026, 9, 24, 10);
  assert.equal(findPromises('Ik bel je morgen.', beforeChangeMs)[0]?.dueMs, Date.UTC(2026, 9, 25, 23) - 1);
  assert.equal(
    findPromises('Ik bel je morgen.', beforeChangeMs, 'America/New_York')[0]?.dueMs,
    Date.UTC(2026, 9, 26, 4) - 1,
  );
});

test('a plain thank-you for something, short', () => {
  for (const text of [
    'Bedankt voor je hulp gisteren!',
    'Hoi Henk, dank je wel voor het lenen van de bus.',
    'Dank voor de snelle levering, alles is goed aangekomen.',
    'Thanks for the introduction to Yara.',
    'Thank you so much for your help.',
    'Heel erg bedankt dat je er was.',
  ]) {
    assert.ok(isPlainThanks(text), text);
  }
});

test('politeness, thanks in advance, a refusal or a question is no thank-you', () => {
  const others = [
    'Bedankt voor uw bestelling.',
    'Alvast bedankt voor je reactie.',
    'Bij voorbaat dank voor de moeite.',
    'Thanks in advance for your help.',
    'Nee bedankt, dat is voor ons niets.',
    'Bedankt voor je hulp! Kun je morgen weer?',
    'Bedankt voor uw begrip.',
    'Thank you for your interest in our cups.',
    'Thanks to the rain it was quiet for us.',
    'Bedankt!',
    `Bedankt voor je hulp. ${'En verder nog dit. '.repeat(30)}`,
  ];
  for (const text of others) assert.ok(!isPlainThanks(text), text);
});
