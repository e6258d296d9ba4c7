import assert from 'node:assert/strict';
import { test } from 'node:test';
import { branchNumber, iban, kvkNumber, vatId } from './registrations.ts';

test('a KvK number is eight digits however it is written, a branch number twelve', () => {
  assert.deepEqual(['01234567', 'KvK 01.23.45.67', '1234567', '012345678', 'ABC', ''].map(kvkNumber), [
    '01234567',
    '01234567',
    '01234567',
    null,
    null,
    null,
  ]);
  assert.deepEqual(['0000 1234 5678', '00001234567', ''].map(branchNumber), ['000012345678', null, null]);
});

test('a Dutch VAT number passes the test of eleven (a company) or of ninety-seven (a person)', () => {
  // The examples that the Dutch tax office published with the new numbers, and one of a company.
  assert.equal(vatId('NL000099998B57'), 'NL000099998B57');
  assert.equal(vatId('nl 0012.34.568.b01'), null);
  const company = [...Array(10).keys()].map((last) => `NL00123456${last}B01`).filter((number) => vatId(number));
  // 9, 8 ... 2 times the digits is 0*9+0*8+1*7+2*6+3*5+4*4+5*3+6*2 = 77, and 77 modulo 11 is 0.
  assert.ok(company.includes('NL001234560B01'), company.join());
  assert.equal(vatId('NL00009999B57'), null);
  assert.equal(vatId('NL000099998C57'), null);
});

test('one wrong digit of a Dutch VAT number is found, whichever it is', () => {
  const good = 'NL000099998B57';
  for (const place of [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13]) {
    const digit = (Number(good[place]) + 1) % 10;
    const wrong = `${good.slice(0, place)}${digit}${good.slice(place + 1)}`;
    // The test of eleven alone would let some of these through.
    const eleven = [...wrong.slice(2, 10)].reduce((sum, sign, at) => sum + Number(sign) * (9 - at), 0) % 11;
    if (eleven !== Number(wrong[10])) assert.equal(vatId(wrong), null, wrong);
  }
});

test('VAT numbers of other members of the union have the shape of their country', () => {
  for (const good of ['BE0123456789', 'DE123456789', 'ATU12345678', 'EL123456789', 'FR12123456789', 'XI123456789']) {
    assert.equal(vatId(good), good);
  }
  for (const wrong of ['BE2123456789', 'DE12345678', 'GR123456789', 'US123456789', 'ATX12345678', '123456789']) {
    assert.equal(vatId(wrong), null, wrong);
  }
});

test('an IBAN is kept without spaces when its check digits add up', () => {
  assert.equal(iban('NL91 ABNA 0417 1643 00'), 'NL91ABNA0417164300');
  assert.equal(iban('be68 5390 0754 7034'), 'BE68539007547034');
  for (const wrong of ['NL92ABNA0417164300', 'NL91ABNA041716430', '0417164300', ''])
    assert.equal(iban(wrong), null, wrong);
});
