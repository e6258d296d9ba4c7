import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dutchPostcode, normaliseAddresses, readDutchAddress, writeAddress } from './addresses.ts';

const body = { defaultCountry: 'NL', path: 'body.addresses' };

test('a Dutch postcode is four digits, a space and two letters', () => {
  assert.deepEqual(['7411bt', ' 7411  BT ', '7411 BT'].map(dutchPostcode), ['7411 BT', '7411 BT', '7411 BT']);
  for (const wrong of ['0411 BT', '7411', '7411 B', '7411 SS', '7411-BT', 'BT 7411', '74111 BT']) {
    assert.equal(dutchPostcode(wrong), null, wrong);
  }
});

test('an address in parts is written one way; what is wrong is told at its part', () => {
  const { addresses, problems } = normaliseAddresses(
    [
      { street: ' Brink ', houseNumber: '12b', postcode: '7411bt', city: 'Deventer' },
      { street: 'Rue de la Loi', houseNumber: '16', postcode: '1000', city: 'Brussel', country: 'BE' },
      { street: 'Brink', houseNumber: 'twaalf', postcode: '7411 BT' },
      { postcode: 'huis' },
      { label: 'work' },
    ],
    body,
  );
  assert.deepEqual(addresses.map(writeAddress).slice(0, 2), [
    'Brink 12 b, 7411 BT Deventer',
    'Rue de la Loi 16, 1000 Brussel',
  ]);
  assert.deepEqual([addresses[0]?.houseNumber, addresses[0]?.addition, addresses[0]?.country], ['12', 'b', 'NL']);
  assert.deepEqual(
    problems.map(({ path, code }) => `${path} ${code}`),
    ['body.addresses[2].houseNumber not-a-house-number', 'body.addresses[3].postcode not-a-postcode'],
  );
  assert.equal(addresses.length, 4, 'what says nothing falls away');
});

test('a line that reads like a Dutch address is taken apart; any other stays as it was written', () => {
  const { addresses } = normaliseAddresses(
    [
      { text: 'Grote Kerkhof 4-2, 7411 kt Deventer' },
      { text: 'Achter de molen, naast de sluis' },
      { text: '1600 Pennsylvania Ave' },
    ],
    body,
  );
  assert.deepEqual(
    addresses.map(({ street, houseNumber, addition, postcode, text }) => [
      street,
      houseNumber,
      addition,
      postcode,
      text,
    ]),
    [
      ['Grote Kerkhof', '4', '2', '7411 KT', null],
      [null, null, null, null, 'Achter de molen, naast de sluis'],
      [null, null, null, null, '1600 Pennsylvania Ave'],
    ],
  );
  assert.equal(readDutchAddress('Brink 1'), null);
  assert.equal(readDutchAddress('Brink 1, 7411 BT Deventer, Nederland')?.city, 'Deventer');
});

test('from a file nothing is refused: what cannot be right is kept as text', () => {
  const { addresses, problems } = normaliseAddresses(
    [{ street: 'Brink', houseNumber: '1', postcode: '74', city: 'Deventer' }],
    {
      defaultCountry: 'NL',
      path: null,
    },
  );
  assert.deepEqual(problems, []);
  assert.deepEqual([addresses[0]?.text, addresses[0]?.postcode], ['Brink 1, 74 Deventer', null]);
});

test('written again it is the same', () => {
  const first = normaliseAddresses(
    [{ street: 'Brink', houseNumber: '12b', postcode: '7411bt', city: 'Deventer' }],
    body,
  );
  assert.deepEqual(normaliseAddresses(first.addresses, body), { addresses: first.addresses, problems: [] });
});
