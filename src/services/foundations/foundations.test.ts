import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse, testNow } from '#test/house.ts';
import { listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import { recordInteraction, recordInteractions } from '../interactions/record-interaction.ts';
import { createParty } from '../parties/change-party.ts';
import { listParties } from '../parties/list-parties.ts';
import { createRelation } from '../parties/relations.ts';
import { decideTriage } from '../parties/triage.ts';
import { correctStatement, stateFoundation, withdrawStatement } from './change-statement.ts';
import { createKind, removeKind, renameKind } from './foundation-kinds.ts';
import { getFoundation } from './get-foundation.ts';
import { refreshAllFoundations } from './read-choices.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const firm = async (name: string) => (await createParty(house.sanne, { kind: 'organisation', name })).id;
const shareOf = (reading: Awaited<ReturnType<typeof getFoundation>>, kind: string) =>
  reading.shares.find((one) => one.kind === kind)?.share ?? 0;

test('a reason that was said moves the shares, stands beside what was thought before, and is taken back by undo', async () => {
  const partyId = await firm('Bar Nul');
  const before = await getFoundation(house.bram, { partyId });
  assert.deepEqual([before.ground, before.n, before.uncertainty, before.history], ['segment', 0, 1, []]);
  const words = 'Om de bonen, zei ze aan de telefoon.';
  const said = await stateFoundation(house.sanne, { partyId, kind: 'brand', words });
  const after = await getFoundation(house.bram, { partyId });
  assert.deepEqual([after.ground, after.n], ['said', 1]);
  assert.ok(shareOf(after, 'brand') > shareOf(before, 'brand') + 0.1, JSON.stringify(after.shares));
  assert.ok(after.uncertainty < 1);
  assert.deepEqual(
    after.history.map(({ ground, by }) => [ground, by]),
    [
      ['said', 'Sanne de Vries'],
      ['segment', null],
    ],
  );
  assert.deepEqual([after.statements[0]?.words, after.statements[0]?.author], [words, 'Sanne de Vries']);
  await undoChange(house.sanne, {});
  const undone = await getFoundation(house.bram, { partyId });
  assert.deepEqual([undone.ground, undone.statements], ['segment', []]);
  // Nothing of it is overwritten: what was read stays to be seen.
  assert.equal(undone.history.length, 3);
  const { items } = await listChanges(house.sanne, { recordId: said.id });
  assert.deepEqual(
    items.map(({ noun, act }) => [noun, act]),
    [
      ['foundation', 'remove'],
      ['foundation', 'create'],
    ],
  );
});

test('two who correct the same word: the second is told; different fields go together', async () => {
  const partyId = await firm('Kantoorpunt');
  const { id: statementId, version } = await stateFoundation(house.sanne, { partyId, kind: 'price' });
  await correctStatement(house.sanne, { statementId, words: 'Goedkoopst', ifVersion: version });
  await correctStatement(house.bram, { statementId, kind: 'brand', ifVersion: version });
  const mine = correctStatement(house.bram, { statementId, words: 'Dichtbij', ifVersion: version });
  await assert.rejects(mine, { code: 'stale' });
  const { statements } = await getFoundation(house.sanne, { partyId });
  assert.deepEqual([statements[0]?.kind, statements[0]?.words], ['brand', 'Goedkoopst']);
  await withdrawStatement(house.sanne, { statementId });
  await assert.rejects(withdrawStatement(house.sanne, { statementId }), { code: 'not-found' });
});

test('what a person says is the firm’s too; a familiar face is kept as such, family only when told and needed', async () => {
  const partyId = await firm('Café Ans');
  const ans = (await createParty(house.sanne, { kind: 'person', name: 'Ans' })).id;
  await createRelation(house.sanne, { typeKey: 'works-at', fromParty: ans, toParty: partyId });
  const colleagueId = house.bram.actor.kind === 'user' ? house.bram.actor.partyId : null;
  const face = { partyId: ans, kind: 'personal', face: 'familiar' as const, colleagueId };
  await stateFoundation(house.sanne, face);
  const reading = await getFoundation(house.sanne, { partyId });
  assert.deepEqual([reading.ground, reading.statements[0]?.face], ['said', 'familiar']);
  assert.equal(reading.statements[0]?.colleague?.name, 'Bram Jansen');
  const family = { ...face, face: 'family' as const };
  await assert.rejects(stateFoundation(house.sanne, family), { code: 'bad-input' });
  await assert.rejects(stateFoundation(house.sanne, { ...family, toldBy: 'them' }), { code: 'bad-input' });
  const kept = await stateFoundation(house.sanne, { ...family, toldBy: 'them', neededFor: 'Wie er belt bij ziekte' });
  assert.equal(kept.neededFor, 'Wie er belt bij ziekte');
  await assert.rejects(correctStatement(house.sanne, { statementId: kept.id, neededFor: ' ' }), { code: 'bad-input' });
  await assert.rejects(correctStatement(house.sanne, { statementId: kept.id, toldBy: null }), { code: 'bad-input' });
  // No longer family, nothing of it is left in the record: not who said so, nor for what.
  const plain = await correctStatement(house.sanne, { statementId: kept.id, face: 'familiar' });
  assert.deepEqual([plain.face, plain.toldBy, plain.neededFor], ['familiar', null, null]);
  // Only goodwill has a face at all; whoever sends one with another reason has none kept.
  const faceless = await stateFoundation(house.sanne, { ...family, kind: 'brand', toldBy: 'them', neededFor: 'x' });
  assert.deepEqual([faceless.face, faceless.colleague, faceless.neededFor], [null, null, null]);
  await assert.rejects(stateFoundation(house.sanne, { ...face, colleagueId: ans }), { code: 'bad-input' });
});

test('what is private is not there for others, and says nothing about the firm or about what others like them say', async () => {
  const partyId = await firm('Lunchroom Klaver');
  const sister = (await createParty(house.sanne, { kind: 'person', name: 'Zus' })).id;
  await createRelation(house.sanne, { typeKey: 'works-at', fromParty: sister, toParty: partyId });
  await decideTriage(house.sanne, { decisions: [{ partyId: sister, role: 'private' }] });
  const was = await getFoundation(house.bram, { partyId });
  const own = await stateFoundation(house.sanne, { partyId: sister, kind: 'price', words: 'geheim' });
  assert.deepEqual(await getFoundation(house.bram, { partyId }), was);
  await assert.rejects(getFoundation(house.bram, { partyId: sister }), { code: 'not-found' });
  await assert.rejects(correctStatement(house.bram, { statementId: own.id, words: 'x' }), { code: 'not-found' });
});

test('a foundation of the firm’s own counts like the shipped ones, is renamed, and leaves without its statements', async () => {
  const partyId = await firm('Studio Zeven');
  const kind = await createKind(house.sanne, { label: 'Om de hoek' });
  assert.equal(kind.key, 'om-de-hoek');
  await assert.rejects(createKind(house.sanne, { label: 'om de hoek' }), { code: 'conflict' });
  await stateFoundation(house.sanne, { partyId, kind: kind.key });
  assert.equal((await getFoundation(house.sanne, { partyId })).shares[0]?.kind, 'om-de-hoek');
  await renameKind(house.sanne, { kindId: kind.id, label: 'Dichtbij' });
  await removeKind(house.sanne, { kindId: kind.id });
  await assert.rejects(stateFoundation(house.sanne, { partyId, kind: kind.key }), { code: 'bad-input' });
  const { kinds } = await getFoundation(house.sanne, { partyId });
  const brand = kinds.find(({ key }) => key === 'brand');
  await assert.rejects(removeKind(house.sanne, { kindId: brand?.id ?? '' }), { code: 'not-allowed' });
});

test('orders among offers with prices are read at night: who follows the price and who follows the brand', async () => {
  const buyers = await Promise.all(['Prijskoper', 'Trouw'].map(firm));
  const items = buyers.flatMap((partyId, buyer) =>
    Array.from({ length: 40 }, (_, index) => {
      const isCheap = index % 2 === 0;
      const offers = { Overkant: isCheap ? 1900 : 2500, Anders: isCheap ? 2500 : 1900 };
      const brand = buyer === 1 || isCheap ? 'Overkant' : 'Anders';
      const at = new Date(testNow.getTime() - (200 - index) * 86_400_000 - buyer * 3_600_000).toISOString();
      const ours = house.sanne.actor.kind === 'user' ? (house.sanne.actor.partyId ?? '') : '';
      return {
        ...{ at, sourceKey: `offer ${buyer} ${index}`, channel: 'order' as const, kind: 'order' as const },
        ...{ from: { partyId }, to: [{ partyId: ours }], subject: null, text: null, answers: [], asked: null },
        ...{ valence: null, benefits: [] },
        order: { amountMinor: 1900, currency: null, units: null, product: null, brand, offers },
      };
    }),
  );
  await recordInteractions(house.sanne, { source: 'kassa', coveredUntil: null, items });
  assert.ok((await refreshAllFoundations(house.system)) >= 2);
  const [onPrice, loyal] = await Promise.all(buyers.map((partyId) => getFoundation(house.sanne, { partyId })));
  assert.ok(onPrice && loyal);
  assert.deepEqual([onPrice.ground, onPrice.n], ['choices', 40]);
  assert.ok(shareOf(onPrice, 'price') > shareOf(loyal, 'price'), JSON.stringify([onPrice.shares, loyal.shares]));
  assert.ok(shareOf(loyal, 'brand') > shareOf(onPrice, 'brand'));
  // Once more on the same night: nothing new, and nothing written down twice.
  await refreshAllFoundations(house.system);
  const again = await getFoundation(house.sanne, { partyId: buyers[0] ?? '' });
  assert.equal(again.history.length, onPrice.history.length);
});

test('contact through a person of ours speaks for goodwill before anybody says so', async () => {
  const person = (await createParty(house.sanne, { kind: 'person', name: 'Hanneke' })).id;
  const was = shareOf(await getFoundation(house.sanne, { partyId: person }), 'personal');
  for (let day = 1; day <= 6; day += 1) {
    await recordInteraction(house.sanne, {
      ...{ channel: 'meeting', kind: 'message', subject: null, text: null, answers: [], asked: null, valence: null },
      ...{ at: new Date(testNow.getTime() - day * 7 * 86_400_000).toISOString(), to: [{ partyId: person }] },
      ...{ benefits: [], order: null },
    });
  }
  const { refreshFigures } = await import('../figures/refresh-figures.ts');
  await refreshFigures(house.system);
  const now = await getFoundation(house.sanne, { partyId: person });
  assert.equal(now.ground, 'segment');
  assert.ok(shareOf(now, 'personal') > was, JSON.stringify(now));
  assert.ok(now.reasons.some(({ code }) => code === 'foundation-people'));
});

test('lists are filtered and sorted by it, with what it mostly is in a column; who said nothing is on no side', async () => {
  const [onPrice, even, own] = await Promise.all(['Lijst Prijs', 'Lijst Beide', 'Lijst Hoek'].map(firm));
  const silent = await firm('Lijst Stil');
  assert.ok(onPrice && even && own);
  const kind = await createKind(house.sanne, { label: 'Naast de deur' });
  for (const partyId of [onPrice, even]) {
    for (let n = 0; n < 4; n += 1) await stateFoundation(house.sanne, { partyId, kind: 'price' });
  }
  for (let n = 0; n < 4; n += 1) await stateFoundation(house.sanne, { partyId: even, kind: 'brand' });
  for (let n = 0; n < 4; n += 1) await stateFoundation(house.sanne, { partyId: own, kind: kind.key });
  const { refreshFigures } = await import('../figures/refresh-figures.ts');
  await Promise.all([onPrice, even, own, silent].map(visit));
  await refreshFigures(house.system);
  const mine = { field: 'name', op: 'starts' as const, value: 'Lijst' };
  const list = async (leaf: { field: string; op: 'is' | 'not' | 'empty'; value?: string[] }) => {
    const filter = { all: [mine, leaf] };
    const { items } = await listParties(house.bram, { filter, sort: 'foundation', columns: 'foundation' });
    return items.map(({ name, cells }) => {
      const kinds = cells?.foundation;
      return [name.replace('Lijst ', ''), Array.isArray(kinds) ? kinds.toSorted() : kinds];
    });
  };
  const price = { field: 'foundation', op: 'is' as const, value: ['price'] };
  assert.deepEqual(await list(price), [
    ['Prijs', ['price']],
    ['Beide', ['brand', 'price']],
  ]);
  assert.deepEqual(await list({ ...price, value: [kind.key] }), [['Hoek', ['Naast de deur']]]);
  assert.deepEqual(await list({ field: 'foundation', op: 'empty' }), [['Stil', null]]);
  assert.deepEqual((await list({ field: 'oneReason', op: 'is', value: ['yes'] }))[0], ['Prijs', ['price']]);
  assert.deepEqual(await list({ field: 'oneReason', op: 'is', value: ['no'] }), [['Beide', ['brand', 'price']]]);
  // A word that came before any contact is sorted by as well, and a page goes on where the last ended.
  const first = await listParties(house.bram, { filter: { all: [mine] }, sort: 'foundation', limit: 2 });
  const next = await listParties(house.bram, {
    ...{ filter: { all: [mine] }, sort: 'foundation' as const, limit: 2 },
    cursor: first.nextCursor ?? '',
  });
  assert.equal(first.items[0]?.name, 'Lijst Prijs');
  assert.equal(next.items.at(-1)?.name, 'Lijst Stil');
  const { statements } = await getFoundation(house.sanne, { partyId: own });
  for (const { id } of statements) await withdrawStatement(house.sanne, { statementId: id });
  assert.deepEqual(await list({ ...price, value: [kind.key] }), []);
});

async function visit(partyId: string): Promise<void> {
  await recordInteraction(house.sanne, {
    ...{ channel: 'meeting', kind: 'message', subject: null, text: null, answers: [], asked: null, valence: null },
    ...{ at: new Date(testNow.getTime() - 7 * 86_400_000).toISOString(), to: [{ partyId }] },
    ...{ benefits: [], order: null },
  });
}
