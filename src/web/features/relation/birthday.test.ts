import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextAge, readBirthday } from './birthday.ts';

test('a birthday as people type it, with its year or without', () => {
  const typed: Readonly<Record<string, string | null>> = {
    '17 mei 1980': '1980-05-17',
    '17 mei': '--05-17',
    '17-5-1980': '1980-05-17',
    '17/05': '--05-17',
    '3 maart 1971': '1971-03-03',
    '1 okt.': '--10-01',
    'May 17, 1980': '1980-05-17',
    'the 17th': null,
    '17th of May': '--05-17',
    'October 1st': '--10-01',
    '1980-05-17': '1980-05-17',
    '--05-17': '--05-17',
    '29 februari': '--02-29',
    '29 februari 2001': null,
    '31-4': null,
    '17 foo': null,
    '': null,
  };
  for (const [written, day] of Object.entries(typed)) assert.equal(readBirthday(written), day, written);
});

test('the age to come, where the year is known', () => {
  assert.equal(nextAge('1980-05-17', '2026-05-16'), 46);
  assert.equal(nextAge('1980-05-17', '2026-05-17'), 46);
  assert.equal(nextAge('1980-05-17', '2026-05-18'), 47);
  assert.equal(nextAge('--05-17', '2026-05-18'), null);
});
