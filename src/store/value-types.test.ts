import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { valueTypes } from './value-types.ts';

const instantType = pg.types.builtins.TIMESTAMPTZ;
const ours = valueTypes.getTypeParser(instantType) as (text: string) => unknown;
const general = pg.types.getTypeParser(instantType) as (text: string) => unknown;

test('an instant is read as the general parser reads it, in every form PostgreSQL writes', () => {
  const everyMs = Array.from({ length: 1_000 }, (_, ms) => `2026-11-22 10:30:00.${String(ms).padStart(3, '0')}+00`);
  const odd = [
    '2026-11-22 10:30:00+00',
    '2026-11-22 10:30:00.1+00',
    '2026-06-01 23:59:59.999999+02',
    '1950-06-01 23:59:59.9995-05',
    '2026-02-28 23:30:00+05:30',
    '1880-01-01 00:00:00+00:19:32',
    '0099-01-01 00:00:00+00',
    '0044-03-15 12:00:00+00 BC',
    '12026-01-01 00:00:00+00',
    'infinity',
    '-infinity',
  ];
  for (const text of [...everyMs, ...odd]) assert.deepEqual(ours(text), general(text), text);
});
