import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { defaultParameters } from '#engine/parameters.ts';
import { leastTwoSidedTies } from '#engine/propose-parameters.ts';
import { type House, testHouse } from '#test/house.ts';
import { undoChange } from '../changes/undo-change.ts';
import { recordInteractions } from '../interactions/record-interaction.ts';
import { rebuild } from '../rebuild.ts';
import { decideProposal, getProposal } from './decide-proposal.ts';
import { getParameters, listParameters } from './parameters.ts';
import { previewParameters } from './preview-parameters.ts';
import { proposeForFirm } from './propose-for-firm.ts';
import { updateParameters } from './update-parameters.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const rest = { text: null, subject: null, answers: [], asked: null, valence: null, benefits: [], order: null };

/** So many customers who each wrote and were written to a few times. */
async function fillLog(customers: number): Promise<void> {
  const bram = { kind: 'mail' as const, value: 'bram@overkant.nl', name: null };
  for (let start = 0; start < customers; start += 100) {
    const numbers = Array.from({ length: Math.min(100, customers - start) }, (_, index) => start + index);
    const items = numbers.flatMap((number) =>
      Array.from({ length: 8 }, (_, index) => {
        const customer = { kind: 'mail' as const, value: `klant${number}@klanten.nl`, name: null };
        const [from, to] = index % 2 === 0 ? [customer, [bram]] : [bram, [customer]];
        const at = new Date(house.system.now().getTime() - (1 + index * 3) * 86_400_000).toISOString();
        const key = { sourceKey: `m${number} ${index}`, keptLine: null };
        return { ...rest, ...key, from, to, at, channel: 'mail' as const, kind: 'message' as const };
      }),
    );
    await recordInteractions(house.sanne, { source: 'mail', coveredUntil: null, items });
  }
}

test('too few ties: no proposal; from 200 on one, which an owner puts in force, dated, and can undo', async () => {
  await fillLog(leastTwoSidedTies - 1);
  assert.equal(await proposeForFirm(house.system), null);
  assert.deepEqual(await getProposal(house.bram), { proposal: null });
  await fillLog(leastTwoSidedTies);
  await proposeForFirm(house.system);
  const { proposal } = await getProposal(house.sanne);
  const kappa = proposal?.values.find(({ name }) => name === 'kappaContact');
  assert.equal(kappa?.from, 1);
  assert.ok((kappa?.to ?? 0) > 1.1);
  assert.equal(proposal?.twoSidedTies, leastTwoSidedTies);
  const decision = { accepted: true, at: proposal?.at ?? '' };
  await assert.rejects(decideProposal(house.bram, decision), { code: 'not-allowed' });
  await assert.rejects(decideProposal(house.sanne, { ...decision, at: '2026-01-01T00:00:00.000Z' }), {
    code: 'conflict',
  });
  assert.deepEqual(await decideProposal(house.sanne, decision), { applied: true });
  assert.equal((await getParameters(house.db)).kappaContact, kappa?.to);
  const { version } = await listParameters(house.bram);
  assert.deepEqual(version, { since: house.system.now().toISOString(), by: 'Sanne de Vries' });
  assert.ok(house.jobs.some(({ name }) => name === 'refresh-figures'));
  assert.deepEqual(await getProposal(house.sanne), { proposal: null });
  // The same log proposes the same, so nothing new.
  assert.equal(await proposeForFirm(house.system), null);
  house.setNow(new Date(house.system.now().getTime() + 1_000));
  await undoChange(house.sanne, {});
  assert.equal((await getParameters(house.db)).kappaContact, defaultParameters.kappaContact);
  assert.equal((await listParameters(house.bram)).version, null);
});

test('a preview says what would change and saves nothing; saved, it is dated, and undone it is as shipped', async () => {
  const changed = { kappaContact: 4 };
  await assert.rejects(previewParameters(house.bram, { changed }), { code: 'not-allowed' });
  await assert.rejects(updateParameters(house.bram, { changed }), { code: 'not-allowed' });
  await assert.rejects(previewParameters(house.sanne, { changed: { kappaContact: 4_000, nonsense: 1 } }), {
    code: 'bad-input',
  });
  const seen = await previewParameters(house.sanne, { changed });
  assert.deepEqual([seen.ties, seen.tiesOf, seen.needsRebuild], [leastTwoSidedTies, leastTwoSidedTies, false]);
  assert.equal(seen.moved, leastTwoSidedTies);
  assert.equal(seen.most.length, 10);
  assert.ok(seen.most.every(({ bond }) => bond.to < bond.from));
  assert.equal((await getParameters(house.db)).kappaContact, defaultParameters.kappaContact);
  const nothing = await previewParameters(house.sanne, { changed: {} });
  assert.deepEqual([nothing.moved, nothing.levels, nothing.most], [0, [], []]);
  house.setNow(new Date(house.system.now().getTime() + 1_000));
  await updateParameters(house.sanne, { changed });
  assert.equal((await getParameters(house.db)).kappaContact, 4);
  // Null is the shipped value again, and what is as shipped is not kept.
  house.setNow(new Date(house.system.now().getTime() + 1_000));
  assert.equal((await updateParameters(house.sanne, { changed: { kappaContact: null } })).version, null);
  house.setNow(new Date(house.system.now().getTime() + 1_000));
  await undoChange(house.sanne, {});
  assert.equal((await getParameters(house.db)).kappaContact, 4);
});

test('other half-lives: folded anew for the preview, and the states are made again once they are saved', async () => {
  const changed = { halfLifeMailDays: 5 };
  const seen = await previewParameters(house.sanne, { changed });
  assert.deepEqual([seen.needsRebuild, seen.ties], [true, leastTwoSidedTies]);
  assert.ok(seen.most.every(({ bond }) => bond.to < bond.from));
  await updateParameters(house.sanne, { changed });
  assert.equal(house.jobs.at(-1)?.name, 'rebuild-states');
  await rebuild(house.system, { phases: ['states'] });
  const now = await previewParameters(house.sanne, { changed });
  assert.deepEqual([now.needsRebuild, now.moved], [false, 0]);
});
