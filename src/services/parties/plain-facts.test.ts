import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type PlainFact, plainFactNames } from '#store/plain-facts.ts';
import { type House, testHouse } from '#test/house.ts';
import { listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import { createParty, updatePartyFields } from './change-party.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

/** Those that are checked need something that passes; any word will do for the others. */
const samples: Partial<Record<PlainFact, string>> = {
  kvkNumber: '12345678',
  branchNumber: '000012345678',
  vatId: 'NL123456782B12',
  iban: 'NL91ABNA0417164300',
};

test('every fact of one line is written, told, noted, and put back', async () => {
  for (const name of plainFactNames) {
    const party = await createParty(house.sanne, { kind: 'organisation', name: `Met ${name}` });
    assert.equal(party[name], null, name);
    const written = samples[name] ?? 'een woord';
    const changed = await updatePartyFields(house.sanne, { partyId: party.id, [name]: ` ${written} ` });
    assert.equal(changed[name], written, name);
    const [line] = (await listChanges(house.sanne, { recordId: party.id })).items;
    assert.deepEqual(line?.fields, [{ name, before: null, after: written }]);
    await undoChange(house.sanne, { changeId: line?.id ?? '' });
    const again = await updatePartyFields(house.sanne, { partyId: party.id, note: 'nog eens gelezen' });
    assert.equal(again[name], null, name);
  }
});
