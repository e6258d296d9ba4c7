import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvCell, csvLine } from './csv-line.ts';

test('what a spreadsheet would run becomes text', () => {
  for (const formula of ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '＝1+1', '＋1a', '－x', '＠x']) {
    assert.ok(csvCell(formula).replace(/^"/, '').startsWith("'"), formula);
  }
});

test('phones and numbers stay as they are', () => {
  for (const text of ['+31 6 1234 5678', '+31201234567', '-5', '-5,25', '12']) {
    assert.equal(csvCell(text).replaceAll('"', ''), text);
  }
});

test('quotes, commas and line ends are kept inside their cell', () => {
  assert.equal(csvLine(['a "b"', 'c,d', 'e\nf']), '"a ""b""","c,d","e\nf"\r\n');
});
