import assert from 'node:assert/strict';
import { test } from 'node:test';
import { words as en } from '#messages/en/words.ts';
import { makeFormats } from '#messages/formats.ts';
import { words as nl } from '#messages/nl/words.ts';
import { sayValue } from './say-value.ts';

const id = '019a0000-0000-7000-8000-00000000000a';

/** What a history holds of each kind of field, and how it is said in either language. */
const kept: readonly [field: string, value: unknown, dutch: string, english: string][] = [
  ['metThrough', id, 'Wessel', 'Wessel'],
  ['assigneeId', '019a0000-0000-7000-8000-0000000000ff', 'een ander', 'another one'],
  ['fields.bezorger', id, 'Wessel', 'Wessel'],
  ['fields.maling', 'extra-fijn', 'Extra fijn', 'Extra fijn'],
  ['fields.smaken', ['noten', 'fruit'], 'Noten en Fruit', 'Noten and Fruit'],
  ['fields.omzet', { amountMinor: 1_200, currency: 'JPY' }, 'JP¥ 1.200', 'JP¥1,200'],
  ['roles', ['customer', 'partner'], 'klant en partner', 'customer and partner'],
  ['jobTitle', 'partner', 'partner', 'partner'],
  ['tags', ['Terras'], 'Terras', 'Terras'],
  ['birthday', '--05-17', '17 mei', '17 May'],
  ['fromOn', '2026-05-03', '3 mei 2026', '3 May 2026'],
  ['formOfAddress', 'informal', 'met je', 'by first name (je)'],
  ['channel', 'meeting', 'afspraak', 'meeting'],
  ['benefits', [{ kind: 'advice', giver: 'to', weight: null }], 'raad', 'advice'],
  [
    'preferences',
    [{ about: 'channel', choice: 'call', words: 'na elven', saidOn: '2026-05-03', notedBy: id }],
    'liever bellen: “na elven”',
    'rather call: “na elven”',
  ],
  ['typeKey', 'works-at', 'werkt bij', 'works at'],
  ['repeat', { every: 2, unit: 'week', from: 'due' }, 'elke 2 weken', 'every 2 weeks'],
  ['options', [{ key: 'grof', label: 'Grof' }], 'Grof', 'Grof'],
  ['colour', 'grey', 'grijs', 'grey'],
  ['appliesTo', 'both', 'allebei', 'both'],
  ['isPrivate', true, 'ja', 'yes'],
  ['note', null, 'leeg', 'empty'],
];

const choices = new Map([
  ['fields.maling', new Map([['extra-fijn', 'Extra fijn']])],
  [
    'fields.smaken',
    new Map([
      ['noten', 'Noten'],
      ['fruit', 'Fruit'],
    ]),
  ],
]);

for (const [locale, words, at] of [
  ['nl', nl, 2],
  ['en', en, 3],
] as const) {
  test(`what was and what became is said in words, never by a key or an id (${locale})`, () => {
    const formats = makeFormats({ locale, timeZone: 'Europe/Amsterdam' });
    const sayer = { words, formats, people: new Map([[id, 'Wessel']]), choices };
    for (const line of kept) {
      const [field, value] = line;
      assert.equal(sayValue(field, value, sayer).replaceAll(/\s/g, ' '), line[at], field);
      const isNamed = field in words.changes.fields || field in words.records.labels;
      assert.ok(field.startsWith('fields.') || isNamed, `${field} has no name`);
    }
  });
}
