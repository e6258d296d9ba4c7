import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nameFromIdentity, normaliseText, searchTextOf, sortNameOf } from './names.ts';

test('people sort by family name with its particles behind, firms without their article', () => {
  const people = {
    'Jan van den Berg': 'berg, jan van den',
    'Anna Maria de Vries': 'vries, anna maria de',
    'Sanne Jansen': 'jansen, sanne',
    "Piet van 't Hof": "hof, piet van 't",
    Cher: 'cher',
    'Óscar Núñez': 'nunez, oscar',
    'Vries, Anna de': 'vries, anna de',
    'info@klant.nl': 'info@klant.nl',
    'Jan van': 'van, jan',
    "Henk van 't Hoff": "hoff, henk van 't",
    'Koos de la Rey': 'rey, koos de la',
    "Sophie In 't Veld": "veld, sophie in 't",
    "Hedy d'Ancona": "ancona, hedy d'",
    'Hedy d’Ancona': 'ancona, hedy d’',
    'Ria ten Have-Jansen': 'have-jansen, ria ten',
    'Anna van Dijk - de Vries': 'dijk - de vries, anna van',
    'Kees op den Berg': 'berg, kees op den',
    'Wim van der Heijden': 'heijden, wim van der',
    'Gerda uit het Broek': 'broek, gerda uit het',
    'Ton Over': 'over, ton',
  };
  for (const [name, sorted] of Object.entries(people)) assert.equal(sortNameOf(name, 'person'), sorted);
  assert.equal(sortNameOf('De Overkant', 'organisation'), 'overkant, de');
  assert.equal(sortNameOf('Bakkerij De Halm', 'organisation'), 'bakkerij de halm');
});

test('normalised text has no accents, capitals or double spaces, and normalising it again changes nothing', () => {
  assert.equal(normaliseText('  Ærø  Straße ŁÓDŹ '), 'aero strasse lodz');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = normaliseText(text);
      assert.equal(normaliseText(once), once);
      assert.ok(once.isWellFormed());
    }),
    { seed: 1 },
  );
});

test('phones are found as +31 and as 0, domains of employers are found as written', () => {
  const identities = [
    { kind: 'phone', value: '+31570612345' },
    { kind: 'handle', value: 'klant.nl' },
  ];
  assert.equal(searchTextOf({ name: 'Ans', identities }), 'ans 31570612345 0570612345 klant.nl');
});

test('a display name that is only an address is no name', () => {
  const identity = { kind: 'mail', value: 'ans@cafeans.nl' };
  assert.equal(nameFromIdentity({ ...identity, displayName: ' Ans   Bakker ' }), 'Ans Bakker');
  assert.equal(nameFromIdentity({ ...identity, displayName: 'ans@cafeans.nl' }), 'ans@cafeans.nl');
  assert.equal(nameFromIdentity({ ...identity, displayName: null }), 'ans@cafeans.nl');
});
