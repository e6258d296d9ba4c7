import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TimelineItem } from '#contract/timeline.ts';
import { listEveryId, listsOfOne, lookAround, withoutKnown } from './look-around.ts';
import { type Letter, writeMailbox } from './mails.ts';
import { type OpenHouse, openTestHouse, type Person } from './open-house.ts';

const dayMs = 86_400_000;
const nowMs = Date.now();
const daysAgo = (days: number) => new Date(nowMs - days * dayMs);

const sanneMail = 'Sanne <sanne@overkant.example>';
const bramMail = 'Bram <bram@overkant.example>';

/** Words that stand in Sanne's mailbox and nowhere else. */
const canary = { subject: 'Kanariegeel', text: 'zeskantige kanariepiet', name: 'Oma Kanarie', address: 'kanarie' };

let house: OpenHouse;
let sanne: Person;
let bram: Person;
before(async () => {
  house = await openTestHouse();
  sanne = house.owner;
  bram = await house.letIn('Bram', 'bram@overkant.example');
});
after(() => house.close());

/** A letter each `gap` days, to and fro. */
function correspond(us: string, them: string, gap: number, count: number, words: Partial<Letter> = {}): Letter[] {
  const name = them.replace(/\W/g, '');
  return Array.from({ length: count }, (_, at) => ({
    id: `${name}-${at}`,
    at: daysAgo(2 + gap * (count - at)),
    from: at % 2 === 0 ? us : them,
    to: [at % 2 === 0 ? them : us],
    ...(at > 0 && { answers: `${name}-${at - 1}` }),
    ...words,
  }));
}

/** The contact moments on a page of the timeline. */
function momentsOf({ items }: { items: readonly TimelineItem[] }) {
  return items.filter((item) => item.noun === 'interaction');
}

const words = ['kanarie', 'oma', 'kanarie@gmail.com', 'ans', 'gmail', 'post'];

async function partyOf(person: Person, q: string): Promise<string> {
  const { items } = await person.client.parties.search({ query: { q } });
  return items[0]?.id ?? assert.fail(`${person.email} finds nobody for ${q}`);
}

test('what is somebody’s private affair leaves no trace in anything a colleague can read', async () => {
  const bramsBox = writeMailbox(correspond(bramMail, 'Ans <ans@cafeans.example>', 9, 12));
  await house.importFile(bram, { name: 'bram.mbox', content: bramsBox, ownAddresses: [bram.email] });
  const publicIds = await listEveryId(house.house.db);
  const before = await lookAround(bram, publicIds, words);

  const secret = { subject: canary.subject, text: `Een ${canary.text}. Zal ik je morgen bellen? Bedankt voor alles.` };
  const box = [
    ...correspond(sanneMail, `${canary.name} <kanarie@gmail.com>`, 7, 12, secret),
    ...correspond(sanneMail, 'Kees <kees.kanarie@ziggo.nl>', 5, 9, secret),
    // Private people among themselves, with Sanne in copy.
    { id: 'together', at: daysAgo(4), from: 'kanarie@gmail.com', to: ['kees.kanarie@ziggo.nl', sanneMail], ...secret },
  ];
  await house.importFile(sanne, { name: 'sanne.mbox', content: writeMailbox(box), ownAddresses: [sanne.email] });

  const after = await lookAround(bram, publicIds, words);
  assert.deepEqual(after, before, 'Bram reads word for word what he read before');

  const everything = await listEveryId(house.house.db);
  const added = withoutKnown(everything, publicIds);
  assert.ok(added.partyId.length === 2 && added.tieId.length === 3 && added.interactionId.length === 22);
  const lists = new Set(['/parties', '/search', '/triage', '/promises']);
  for (const [url, { status, body }] of await lookAround(bram, added, words)) {
    const isOfOne = /[\da-f]{8}-/.test(url);
    const path = url.split('?')[0] ?? '';
    if (isOfOne && listsOfOne.has(path)) assert.ok(status === 200 || status === 404, `${url}: ${body}`);
    else if (isOfOne) assert.equal(status, 404, `${url}: ${body}`);
    else assert.equal(status, 200, `${url}: ${body}`);
    assert.doesNotMatch(body, /kanarie/i, url);
    for (const id of Object.values(added).flat()) {
      if (isOfOne && url.includes(id)) continue;
      assert.ok(!body.includes(id), `${url} names ${id}`);
    }
    lists.delete(path);
  }
  assert.equal(lists.size, 0, 'the lists were among what was looked at');

  // It is there for Sanne, so the silence above is about her mailbox and not about an import that did nothing.
  const oma = await partyOf(sanne, 'oma');
  const items = momentsOf(await sanne.client.parties.timeline({ params: { partyId: oma } }));
  assert.equal(items.length, 13);
  assert.match(items.map(({ snippet }) => snippet).join(), /zeskantige/);
});

test('of a relation of the firm a colleague sees that and when, never a word', async () => {
  const secret = {
    subject: canary.subject,
    text: `Een ${canary.text}? Ik stuur je morgen de kanarie. Bedankt voor je hulp!`,
  };
  const letters = [
    ...correspond(sanneMail, 'Henk <henk@dehalm.example>', 6, 10, secret),
    // One letter to a customer and to somebody private at once.
    { id: 'mixed', at: daysAgo(3), from: sanneMail, to: ['henk@dehalm.example', 'kanarie@gmail.com'], ...secret },
  ];
  const box = writeMailbox(letters);
  const run = await house.importFile(sanne, { name: 'meer.mbox', content: box, ownAddresses: [sanne.email] });
  assert.equal(run.counts.stored, 11);
  const henk = await partyOf(bram, 'henk');
  const own = momentsOf(await sanne.client.parties.timeline({ params: { partyId: henk } }));
  const seen = momentsOf(await bram.client.parties.timeline({ params: { partyId: henk } }));
  const when = (moments: typeof seen) => moments.map(({ id, at, direction }) => [id, at, direction]);
  assert.equal(seen.length, 11);
  assert.deepEqual(when(seen), when(own));
  assert.ok(own.every(({ subject, textWithheld }) => subject === canary.subject && !textWithheld));
  assert.ok(seen.every(({ subject, snippet, textWithheld }) => !subject && !snippet && textWithheld));

  const everything = await listEveryId(house.house.db);
  const oma = await partyOf(sanne, 'oma');
  for (const [url, { status, body }] of await lookAround(bram, everything, words)) {
    if (url.includes(oma)) continue;
    assert.ok(status < 500, `${url}: ${body}`);
    assert.doesNotMatch(body, /kanarie/i, url);
    assert.ok(!body.includes(oma), `${url} names somebody private: ${body}`);
  }
});

test('a colleague can neither share, change nor delete what came from another’s mailbox', async () => {
  const henk = await partyOf(bram, 'henk');
  const moments = momentsOf(await bram.client.parties.timeline({ params: { partyId: henk } }));
  const { id: interactionId } = moments[1] ?? assert.fail('there is nothing to try it on');
  const tries = [
    ['POST', `/api/interactions/${interactionId}/share`, { shared: true }],
    ['PATCH', `/api/interactions/${interactionId}`, { text: 'anders' }],
    ['DELETE', `/api/interactions/${interactionId}`, {}],
  ] as const;
  for (const [method, url, body] of tries) {
    const answer = await bram.fetch(url, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.equal(answer.status, 403, `${method} ${url}`);
  }
  const left = momentsOf(await sanne.client.parties.timeline({ params: { partyId: henk } }));
  assert.ok(left.every(({ shared, subject }) => !shared && subject === canary.subject));
  await sanne.client.interactions.share({ params: { interactionId }, body: { shared: true } });
  const shared = await bram.client.interactions.get({ params: { interactionId } });
  assert.match(shared.snippet ?? '', /kanariepiet/, 'her own word opens it');
  await sanne.client.interactions.share({ params: { interactionId }, body: { shared: false } });
  assert.equal((await bram.client.interactions.get({ params: { interactionId } })).snippet, null);
});

test('findings, errors and set-aside mail of an import are its owner’s', async () => {
  const broken = `${writeMailbox(correspond(sanneMail, 'Yara <yara@studiozeven.example>', 8, 6))}From nobody Thu Jan  1 00:00:00 2026\nX-Kanarie: zonder datum en afzender\n\nkanarie\n\n`;
  const run = await house.importFile(sanne, { name: 'stuk.mbox', content: broken, ownAddresses: [sanne.email] });
  assert.equal(run.counts.failed, 1);
  const lines = (await (await sanne.fetch(`/api/imports/${run.id}/errors.csv`)).text()).trim().split(/\r?\n/);
  assert.equal(lines.length, 2);
  // A spreadsheet would take a leading @ for a formula, hence the quote before it.
  const position = lines[1]?.split(',')[0]?.replace(/^'/, '') ?? '';
  const paths = ['', '/findings', '/errors.csv', `/quarantine/${encodeURIComponent(position)}`];
  for (const path of paths.map((end) => `/api/imports/${run.id}${end}`)) {
    assert.equal((await sanne.fetch(path)).status, 200, path);
    assert.equal((await bram.fetch(path)).status, 404, path);
  }
  assert.match(
    await (await sanne.fetch(`/api/imports/${run.id}/quarantine/${encodeURIComponent(position)}`)).text(),
    /X-Kanarie/,
  );
  for (const act of ['start', 'cancel', 'undo']) {
    const headers = { 'content-type': 'application/json' };
    const answer = await bram.fetch(`/api/imports/${run.id}/${act}`, { method: 'POST', headers, body: '{}' });
    assert.equal(answer.status, 404, act);
  }
});

test('called private at the triage, a relation is gone for colleagues but for who has a tie of their own', async () => {
  const mila = await house.letIn('Mila', 'mila@overkant.example');
  const ans = await partyOf(mila, 'ans@cafeans');
  await sanne.client.parties.decide({ body: { decisions: [{ partyId: ans, role: 'private' }] } });
  assert.equal(momentsOf(await bram.client.parties.timeline({ params: { partyId: ans } })).length, 12);
  const everything = await listEveryId(house.house.db);
  for (const [url, { status, body }] of await lookAround(mila, everything, ['ans', 'cafeans.example'])) {
    const isListOfOne = listsOfOne.has(url.split('?')[0] ?? '');
    if (url.includes(ans) && !isListOfOne) assert.equal(status, 404, url);
    else assert.ok(!body.includes(ans) && !body.includes('ans@cafeans'), `${url}: ${body}`);
  }
  await sanne.client.parties.decide({ body: { decisions: [{ partyId: ans, role: 'customer' }] } });
  assert.equal((await mila.client.parties.get({ params: { partyId: ans } })).isPrivate, false);
});

test('somebody whom two colleagues know privately shows each of them only their own part', async () => {
  const pit = 'Pit <pit@gmail.com>';
  const hers = writeMailbox(correspond(sanneMail, pit, 4, 20, { subject: canary.subject, text: canary.text }));
  await house.importFile(sanne, { name: 'pit.mbox', content: hers, ownAddresses: [sanne.email] });
  const his = writeMailbox([{ id: 'een', at: daysAgo(40), from: bramMail, to: [pit] }]);
  await house.importFile(bram, { name: 'pit.mbox', content: his, ownAddresses: [bram.email] });
  const partyId = await partyOf(bram, 'pit');
  const items = momentsOf(await bram.client.parties.timeline({ params: { partyId } }));
  assert.equal(items.length, 1);
  const seen = await bram.client.parties.get({ params: { partyId } });
  assert.equal(seen.strands.length, 1);
  // Her twenty letters are a firm tie; his single one says next to nothing, and hers may not speak for it.
  assert.ok((seen.figures?.bond ?? 0) < 0.05, `Bram sees a bond of ${seen.figures?.bond}`);
  assert.notEqual(seen.figures?.lastAt?.slice(0, 10), daysAgo(6).toISOString().slice(0, 10));
  const hersToo = await sanne.client.parties.get({ params: { partyId } });
  assert.ok((hersToo.figures?.bond ?? 0) > 0.1);
});

test('an address of somebody else’s private relation cannot be claimed as one’s own', async () => {
  const box = writeMailbox([{ id: 'claim', at: daysAgo(1), from: 'kanarie@gmail.com', to: ['bram@overkant.example'] }]);
  const body = { uploadId: await house.upload(bram, { name: 'claim.mbox', content: box }), fileName: 'claim.mbox' };
  const { id } = await bram.client.imports.create({ body });
  await house.waitFor(bram, id, ['previewed']);
  await assert.rejects(
    bram.client.imports.start({ params: { importId: id }, body: { ownAddresses: ['kanarie@gmail.com'] } }),
    { code: 'identity-taken' },
  );
  const oma = await partyOf(sanne, 'oma');
  assert.equal((await bram.fetch(`/api/parties/${oma}`)).status, 404);
});
