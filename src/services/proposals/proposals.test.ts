/** From a raw mail to a proposal to what stands written down, and back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { readMail } from '#connectors/mail/mail-record.ts';
import type { Proposal } from '#contract/proposals.ts';
import type { RichText } from '#contract/rich-text.ts';
import { ensureSource } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { userOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { Context } from '../context.ts';
import { listFavours } from '../give-and-take/favours.ts';
import { listThanksOwed } from '../give-and-take/list-thanks-owed.ts';
import { ingestInteractions } from '../interactions/ingest-interactions.ts';
import { getRefusal } from '../mail-refusals/refusals.ts';
import { createNote, removeNote, updateNote } from '../notes/change-note.ts';
import { createParty } from '../parties/change-party.ts';
import { getParty } from '../parties/get-party.ts';
import { listPartyLedger } from '../parties/ledger.ts';
import { listPromises } from '../promises/promises.ts';
import { listTasks } from '../tasks/list-tasks.ts';
import { acceptProposal, dismissProposal } from './decide-proposal.ts';
import { countOpenProposals, listProposals } from './list-proposals.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

let serial = 0;
interface Mail {
  readonly from: string;
  readonly to?: string;
  readonly text: string;
  readonly daysAgo?: number;
}

/** Into the mailbox of this colleague, as a reader brings it. */
async function deliver(ctx: Context, { from, to, text, daysAgo = 0.1 }: Mail): Promise<void> {
  serial += 1;
  const own = ctx === house.sanne ? 'sanne@overkant.nl' : 'bram@overkant.nl';
  const at = new Date(testNow.getTime() - daysAgo * 86_400_000);
  const raw = `From: ${from}\nTo: ${to ?? own}\nSubject: Bericht ${serial}\nDate: ${at.toUTCString()}\nMessage-ID: <${serial}@x.example>\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`;
  const hints = { envelopeMs: null, isDraft: false, isInSpamFolder: false };
  const read = await readMail(Buffer.from(raw), hints, { ownAddresses: [own], nowMs: testNow.getTime() });
  assert.equal(read.type, 'interaction', JSON.stringify(read));
  if (read.type !== 'interaction') return;
  await transact(house.db, async (tx) => {
    const ownerUserId = userOf(ctx.actor);
    const wanted = { kind: 'mailbox', label: own, ownerUserId, isPrivate: true, isLive: true };
    const source = await ensureSource(tx, { ...wanted, id: uuidv7(), createdAt: testNow });
    const where = { number: source.number, ownerUserId };
    await ingestInteractions(tx, {
      source: where,
      records: [read.record],
      actor: ctx.actor,
      at: testNow,
      importId: null,
    });
  });
}

const all = async (ctx: Context) => (await listProposals(ctx, {})).items;
async function only(ctx: Context, kind: Proposal['kind'], from: string): Promise<Proposal> {
  const found = (await all(ctx)).filter((item) => item.kind === kind && item.party.name.includes(from));
  assert.equal(found.length, 1, JSON.stringify(await all(ctx)));
  return found[0] as Proposal;
}

test('a promise with its day: accepted it stands there, undone it is open again', async () => {
  const { sanne } = house;
  await deliver(sanne, {
    from: 'Ans van Dijk <ans@cafeans.nl>',
    text: 'Dag Sanne,\n\nIk stuur je dinsdag de maten van de bar.',
  });
  const proposal = await only(sanne, 'promise', 'Ans');
  assert.deepEqual([proposal.by, proposal.due], ['theirs', { on: '2026-11-24', isNamed: true }]);
  const { changeId } = await acceptProposal(sanne, { proposalId: proposal.id });
  const { items } = await listPromises(sanne, { partyId: proposal.party.id });
  assert.deepEqual(
    items.map(({ owedBy, text, dueAt }) => [owedBy, text, dueAt]),
    [['theirs', 'Ik stuur je dinsdag de maten van de bar.', '2026-11-24T22:59:59.999Z']],
  );
  assert.equal((await all(sanne)).length, 0);
  await undoChange(sanne, { changeId });
  assert.equal((await listPromises(sanne, { partyId: proposal.party.id })).items.length, 0);
  assert.equal((await only(sanne, 'promise', 'Ans')).id, proposal.id);
});

test('it is the mailbox owner’s alone: for anybody else it does not exist', async () => {
  const { sanne, bram } = house;
  const proposal = await only(sanne, 'promise', 'Ans');
  assert.deepEqual(await all(bram), []);
  assert.deepEqual(await countOpenProposals(bram), { open: 0 });
  for (const decide of [acceptProposal, dismissProposal]) {
    await assert.rejects(
      decide(bram, { proposalId: proposal.id }),
      (error) => error instanceof AppError && error.code === 'not-found',
    );
  }
  assert.deepEqual(await countOpenProposals(sanne), { open: 1 });
});

test('dismissed it never comes back, not even with the next mail; undone it does', async () => {
  const { bram } = house;
  const signed = (text: string): Mail => ({
    from: 'Peter Bos <peter.bos@havenbedrijf.nl>',
    text: `Dag Bram,\n\n${text}\n\nGroet,\nPeter Bos\n010 123 45 67`,
  });
  await deliver(bram, signed('De zakken zijn binnen.'));
  const phone = await only(bram, 'contact', 'Peter');
  assert.deepEqual(phone.contact, { field: 'phone', value: '+31101234567', known: null });
  const { changeId } = await dismissProposal(bram, { proposalId: phone.id });
  await deliver(bram, signed('Alles klopt.'));
  assert.deepEqual(await all(bram), []);
  await assert.rejects(
    acceptProposal(bram, { proposalId: phone.id }),
    (error) => error instanceof AppError && error.code === 'conflict',
  );
  await undoChange(bram, { changeId });
  assert.equal((await only(bram, 'contact', 'Peter')).id, phone.id);
});

test('contact data from a signature: only what is new, beside what stands there; written with the party', async () => {
  const { sanne } = house;
  const party = await createParty(sanne, {
    kind: 'person',
    name: 'Els Vermeer',
    jobTitle: 'Gastvrouw',
    identities: [
      { kind: 'mail', value: 'els@hotelmarktzicht.nl', label: null },
      { kind: 'phone', value: '0570654321', label: null },
    ],
  });
  await deliver(sanne, {
    from: 'Els Vermeer <els@hotelmarktzicht.nl>',
    text: 'Dag Sanne,\n\nDe zakken zijn binnen.\n\nGroet,\nEls Vermeer\nManager bediening\nHotel Marktzicht\nMarkt 3-b\n7411 AB Deventer\nTel: 0570-654321\nM 06 12345678\nwww.hotelmarktzicht.nl',
  });
  const proposed = (await all(sanne)).filter(({ party: { id } }) => id === party.id);
  const facts = proposed.map(({ contact }) => `${contact?.field}: ${contact?.value} (${contact?.known})`).sort();
  assert.deepEqual(facts, [
    'address: Markt 3-b, 7411 AB Deventer (null)',
    'employer: Hotel Marktzicht (null)',
    'job-title: Manager bediening (Gastvrouw)',
    'phone: +31612345678 (+31570654321)',
    'website: https://www.hotelmarktzicht.nl (null)',
  ]);
  const changes: string[] = [];
  for (const { id } of proposed) changes.push((await acceptProposal(sanne, { proposalId: id })).changeId);
  const now = await getParty(sanne, { partyId: party.id });
  assert.equal(now.jobTitle, 'Manager bediening');
  const said = now.identities.map(({ value }) => value);
  assert.ok(said.includes('+31612345678') && said.includes('+31570654321') && said.includes('els@hotelmarktzicht.nl'));
  assert.ok(said.includes('https://www.hotelmarktzicht.nl'));
  assert.deepEqual(
    now.addresses.map(({ postcode, houseNumber, addition }) => [postcode, houseNumber, addition]),
    [['7411 AB', '3', 'b']],
  );
  assert.deepEqual(
    now.relations.map(({ typeKey, other }) => [typeKey, other.name]),
    [['works-at', 'Hotel Marktzicht']],
  );
  for (const changeId of changes.reverse()) await undoChange(sanne, { changeId });
  const back = await getParty(sanne, { partyId: party.id });
  assert.deepEqual([back.jobTitle, back.identities.length, back.addresses, back.relations], ['Gastvrouw', 2, [], []]);
  assert.equal((await all(sanne)).filter(({ party: { id } }) => id === party.id).length, 5);
  await sql`update proposals set outcome = 'dismissed' where party_id = ${party.id}`.execute(house.db);
});

test('a question that stays unanswered becomes a task; one that was answered is none', async () => {
  const { sanne } = house;
  await deliver(sanne, {
    from: 'Henk <henk@dehalm.nl>',
    text: 'Dag Sanne, hoeveel kilo hebben jullie nog liggen?',
    daysAgo: 3,
  });
  await deliver(sanne, { from: 'Yara <yara@studiozeven.nl>', text: 'Kan het ook in blik?', daysAgo: 3 });
  await deliver(sanne, { from: 'Sanne <sanne@overkant.nl>', to: 'yara@studiozeven.nl', text: 'Ja hoor.', daysAgo: 2 });
  await deliver(sanne, { from: 'Tess <tess@atelier.example>', text: 'Komt vrijdag uit?', daysAgo: 0.2 });
  const questions = (await all(sanne)).filter(({ kind }) => kind === 'question');
  assert.deepEqual(
    questions.map(({ party }) => party.name),
    ['Henk'],
    'not answered, and not of this very morning',
  );
  await acceptProposal(sanne, { proposalId: questions[0]?.id ?? '' });
  const { items } = await listTasks(sanne, {});
  assert.deepEqual(
    items.map(({ title, dueOn, party }) => [title, dueOn, party?.name]),
    [['Dag Sanne, hoeveel kilo hebben jullie nog liggen?', '2026-11-21', 'Henk']],
  );
});

test('help, a good word, an introduction and no more mail: each where it belongs', async () => {
  const { bram } = house;
  await deliver(bram, {
    from: 'Mila Bos <mila@bosbier.nl>',
    text: 'Dag Bram,\n\nIk heb jullie aanbevolen bij Hotel De Brug.',
  });
  await deliver(bram, { from: 'Kees Prins <kees@prins.example>', text: 'Bedankt voor je hulp bij de opening!' });
  await deliver(bram, {
    from: 'Lies Mulder <lies@mulder.example>',
    to: 'Bram <bram@overkant.nl>, Tess Kok <tess@kok.example>',
    text: 'Dag Bram,\n\nHierbij stel ik je voor aan Tess, zij opent in mei een atelier.',
  });
  await deliver(bram, { from: 'Jan Smit <jan@smit.example>', text: 'Haal mij van de mailinglijst.' });

  const word = await only(bram, 'recommendation', 'Mila');
  const help = await only(bram, 'help', 'Kees');
  assert.deepEqual([word.by, help.by], ['theirs', 'ours']);
  const intro = await only(bram, 'introduction', 'Lies');
  assert.deepEqual(intro.introduced, { name: 'Tess Kok', mail: 'tess@kok.example' });
  const stop = await only(bram, 'stop', 'Jan');
  for (const { id } of [word, help, intro]) await acceptProposal(bram, { proposalId: id });
  const { changeId } = await acceptProposal(bram, { proposalId: stop.id });
  const { rows } = await sql<{ kind: string; from: string }>`
    select b.kind, g.name as from from benefits b join ties t on t.id = b.tie_id
    join parties g on g.id = case when b.direction = 0 then t.party_a else t.party_b end
    where b.kind in ('referral', 'help', 'introduction') order by b.kind`.execute(house.db);
  assert.deepEqual(
    rows.map(({ kind, from }) => [kind, from]),
    [
      ['help', 'Bram Jansen'],
      ['introduction', 'Lies Mulder'],
      ['referral', 'Mila Bos'],
    ],
  );
  const { relations } = await getParty(bram, { partyId: intro.party.id });
  assert.deepEqual(
    relations.flatMap(({ typeKey, isForward, other }) => (typeKey === 'introduced' ? [[isForward, other.name]] : [])),
    [[true, 'Tess Kok']],
  );
  assert.deepEqual((await getRefusal(bram, { partyId: stop.party.id })).origin, 'mail');
  await undoChange(bram, { changeId });
  assert.equal((await getRefusal(bram, { partyId: stop.party.id })).isRefused, false);
  assert.equal((await only(bram, 'stop', 'Jan')).id, stop.id);
});

test('what is old, of a newsletter, or said to many proposes nothing; pages go on where they were', async () => {
  const { sanne } = house;
  const before = (await all(sanne)).length;
  await deliver(sanne, { from: 'Oud <oud@oud.example>', text: 'Ik stuur je dinsdag de maten.', daysAgo: 400 });
  await deliver(sanne, {
    from: 'Sanne <sanne@overkant.nl>',
    to: 'een@een.example, twee@twee.example',
    text: 'Ik bel jullie morgen terug.',
  });
  assert.equal((await all(sanne)).length, before);
  for (let nth = 0; nth < 5; nth += 1) {
    await deliver(sanne, {
      from: `Nr ${nth} <nr${nth}@nr.example>`,
      text: 'Ik stuur je dinsdag de maten.',
      daysAgo: 1 + nth,
    });
  }
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listProposals(sanne, { limit: 2, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  assert.deepEqual(
    seen,
    (await all(sanne)).map(({ id }) => id),
  );
  assert.equal(new Set(seen).size, before + 5);
});

test('whoever became ignored or a colleague’s private relation is proposed nothing about', async () => {
  const { sanne } = house;
  const proposal = await only(sanne, 'promise', 'Nr 0');
  await sql`update parties set roles = '{ignore}' where id = ${proposal.party.id}`.execute(house.db);
  assert.ok((await all(sanne)).every(({ id }) => id !== proposal.id));
  await sql`update parties set roles = '{}', visibility = 'private' where id = ${proposal.party.id}`.execute(house.db);
  assert.ok((await all(sanne)).every(({ id }) => id !== proposal.id));
  await assert.rejects(
    acceptProposal(sanne, { proposalId: proposal.id }),
    (error) => error instanceof AppError && error.code === 'not-found',
  );
});

test('a firm that was known by its address alone gets the name that the signature says', async () => {
  const { bram } = house;
  await deliver(bram, {
    from: 'Gijs Terpstra <gijs@terpstra-bouw.example>',
    text: 'Dag Bram,\n\nTot vrijdag.\n\nGroet,\nGijs Terpstra\nTerpstra Bouw B.V.',
  });
  const proposal = await only(bram, 'contact', 'Gijs');
  assert.equal(proposal.contact?.known, 'terpstra-bouw.example');
  await acceptProposal(bram, { proposalId: proposal.id });
  const { relations } = await getParty(bram, { partyId: proposal.party.id });
  assert.deepEqual(
    relations.map(({ other }) => other.name),
    ['Terpstra Bouw B.V.'],
  );
});

test('one’s own note proposes too: what they did, what they asked; accepted it stands there, undone it is open again', async () => {
  const { sanne, bram } = house;
  const { id: partyId } = await createParty(sanne, { kind: 'person', name: 'Henk Terpstra' });
  const text = 'Leende ons zijn bus. Vroeg of we zaterdag twee paar handen kunnen missen.';
  const body: RichText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  const note = await createNote(sanne, { partyId, body });
  assert.deepEqual(
    (await all(bram)).filter(({ noteId }) => noteId === note.id),
    [],
  );
  const help = await only(sanne, 'help', 'Henk');
  assert.deepEqual([help.by, help.noteId, help.interactionId], ['theirs', note.id, null]);
  const { changeId } = await acceptProposal(sanne, { proposalId: help.id });
  assert.equal((await listThanksOwed(sanne, {})).items.filter(({ party }) => party.id === partyId).length, 1);
  await undoChange(sanne, { changeId });
  assert.deepEqual(
    (await listThanksOwed(sanne, {})).items.filter(({ party }) => party.id === partyId),
    [],
  );
  assert.equal((await only(sanne, 'help', 'Henk')).id, help.id);
  const favour = await only(sanne, 'favour', 'Henk');
  assert.equal(favour.due?.isNamed, false);
  const accepted = await acceptProposal(sanne, { proposalId: favour.id });
  assert.deepEqual(
    (await listFavours(bram, {})).items.map((item) => [item.party.name, item.text, item.kind]),
    [['Henk Terpstra', 'Vroeg of we zaterdag twee paar handen kunnen missen.', 'answer']],
  );
  await undoChange(sanne, { changeId: accepted.changeId });
  assert.deepEqual((await listFavours(bram, {})).items, []);
  // The same note mended proposes nothing twice, and in the bin nothing at all.
  await updateNote(sanne, { noteId: note.id, body });
  assert.equal((await all(sanne)).filter(({ noteId }) => noteId === note.id).length, 2);
  await removeNote(sanne, { noteId: note.id });
  assert.deepEqual(
    (await all(sanne)).filter(({ noteId }) => noteId === note.id),
    [],
  );
});

test('a mail with a discount and a favour: what it gives stands in the ledger, what it asks waits for an answer', async () => {
  const { sanne } = house;
  const from = 'Loes Prins <loes@zakken.example>';
  await deliver(sanne, {
    from,
    text: 'Dag Sanne,\n\nJullie krijgen 10 % korting op de zakken. Mogen we vrijdag jullie molen lenen?',
  });
  const discount = await only(sanne, 'discount', 'Loes');
  await acceptProposal(sanne, { proposalId: discount.id });
  const { items } = await listPartyLedger(sanne, { partyId: discount.party.id });
  assert.deepEqual(
    items.map(({ kind, giver, weight }) => [kind, giver, weight]),
    [['discount', 'theirs', 0.75]],
  );
  assert.equal((await only(sanne, 'favour', 'Loes')).by, 'theirs');
});
