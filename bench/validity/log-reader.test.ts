import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parseMessages, parseRatings, readLogText } from './log-reader.ts';

test('Three columns, four columns, comments, a head line and messages to oneself', () => {
  const three = parseMessages('% a comment\n1 2 20\n2 1 10\n3 3 15\n');
  assert.deepEqual(three, [
    { from: '2', to: '1', atMs: 10_000 },
    { from: '1', to: '2', atMs: 20_000 },
  ]);
  assert.deepEqual(parseMessages('src\tdst\tweight\ttime\r\n1\t2\t9\t20\r\n'), [{ from: '1', to: '2', atMs: 20_000 }]);
});

test('Ratings: the sign is kept, a rating of nothing is left out', () => {
  const ratings = parseRatings('6,2,4,1289241911.5\n2,6,-10,1289241912\n2,7,0,1289241913\n');
  assert.deepEqual(
    ratings.map((one) => [one.from, one.rating, one.atMs]),
    [
      ['6', 4, 1289241911500],
      ['2', -10, 1289241912000],
    ],
  );
});

test('What is no row is an error that names its line', () => {
  assert.throws(() => parseMessages('1 2 20\n1 2 soon\n'), /line 2/);
  assert.throws(() => parseMessages('1 2\n'), /line 1/);
  assert.throws(() => parseRatings('1,2,3,4\n\n1,2,3\n'), /line 3/);
});

test('A gzipped file reads like a plain one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'validity-'));
  try {
    writeFileSync(join(folder, 'log.txt'), '1 2 20\n');
    writeFileSync(join(folder, 'log.gz'), gzipSync('1 2 20\n'));
    assert.equal(readLogText(join(folder, 'log.gz')), readLogText(join(folder, 'log.txt')));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
