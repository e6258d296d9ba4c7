import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencies, decimalsOf } from '#contract/currencies.ts';
import { makeFormats } from '#messages/formats.ts';
import { draftOf, listCurrencies, readDraft, writeMoney } from './money.ts';

const [dutch, english] = (['nl', 'en'] as const).map((locale) => makeFormats({ locale, timeZone: 'Europe/Amsterdam' }));
assert.ok(dutch && english);
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('an amount as each language writes it, with the decimals that its currency has', () => {
  const euros = { amountMinor: 125_050, currency: 'EUR' };
  assert.deepEqual([plain(writeMoney(euros, dutch)), writeMoney(euros, english)], ['€ 1.250,50', '€1,250.50']);
  const dollars = { amountMinor: -1_200, currency: 'USD' };
  assert.deepEqual([plain(writeMoney(dollars, dutch)), writeMoney(dollars, english)], ['US$ -12,00', '-US$12.00']);
  const yen = { amountMinor: 1_200, currency: 'JPY' };
  assert.deepEqual([plain(writeMoney(yen, dutch)), writeMoney(yen, english)], ['JP¥ 1.200', 'JP¥1,200']);
});

test('what is written in a field comes back as it was, in either language and any currency', () => {
  for (const formats of [dutch, english]) {
    for (const currency of ['EUR', 'JPY', 'KWD']) {
      const money = { amountMinor: 1_234_567, currency };
      assert.deepEqual(readDraft(draftOf(money, formats), formats), money);
    }
    assert.equal(readDraft({ text: ' ', currency: 'EUR' }, formats), null);
    assert.equal(readDraft({ text: 'veel', currency: 'EUR' }, formats), undefined);
  }
});

test('the euro stands first, each currency once and by a name', () => {
  const listed = listCurrencies(dutch);
  assert.deepEqual(listed[0], { value: 'EUR', label: 'EUR – Euro' });
  assert.equal(new Set(currencies).size, currencies.length);
  assert.deepEqual([decimalsOf('EUR'), decimalsOf('JPY'), decimalsOf('KWD')], [2, 0, 3]);
});
