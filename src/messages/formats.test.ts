import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeFormats } from './formats.ts';
import { chooseLocale } from './locales.ts';

const dutch = makeFormats({ locale: 'nl', timeZone: 'Europe/Amsterdam' });
const english = makeFormats({ locale: 'en', timeZone: 'America/New_York' });

test('numbers as each language writes them', () => {
  assert.equal(dutch.number(1234.5, 1), '1.234,5');
  assert.equal(english.number(1234.5, 1), '1,234.5');
  assert.equal(dutch.hundred(0.824), '82');
  assert.equal(dutch.percent(0.4), '40 %');
  assert.equal(english.percent(0.4), '40%');
});

test('a day is a day in the time zone of the firm, not of the reader', () => {
  const lateEvening = '2026-05-03T23:30:00Z';
  assert.equal(dutch.dayKey(lateEvening), '2026-05-04');
  assert.equal(english.dayKey(lateEvening), '2026-05-03');
  assert.equal(dutch.date(lateEvening), '4 mei 2026');
});

test('the year is only said when it is another one', () => {
  const now = Date.parse('2026-06-01T12:00:00Z');
  assert.equal(dutch.shortDate('2026-05-03T12:00:00Z', now), '3 mei');
  assert.equal(dutch.shortDate('2025-05-03T12:00:00Z', now), '3 mei 2025');
});

test('sizes of files in the unit one would say', () => {
  assert.deepEqual([0, 900, 12_000, 4_200_000, 5e9].map(dutch.bytes), ['0 B', '900 B', '12 kB', '4,2 MB', '5 GB']);
});

test('the first language that is spoken here; Dutch when none is', () => {
  assert.equal(chooseLocale(['fr-FR', 'en-US']), 'en');
  assert.equal(chooseLocale(['nl-BE', 'en']), 'nl');
  assert.equal(chooseLocale(['fr']), 'nl');
});
