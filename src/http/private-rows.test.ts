/** What is one user's own answers every other user, the owner too, exactly like what does not exist. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AnyContractProcedure } from '@orpc/contract';
import { v7 as uuidv7 } from 'uuid';
import { contract } from '#contract/index.ts';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';
import { fileRoutes } from './file-routes.ts';

let app: TestApp;
let joris: TestUser;
let sanne: TestUser;
/** Ids of Sanne's own rows, by the name of the parameter that takes one. */
let own: Record<string, string>;

before(async () => {
  app = await testApp();
  joris = await app.addUser('Joris', 'owner');
  sanne = await app.addUser('Sanne');
  own = await furnish();
});
after(() => app.close());

/** A sister: a private relation with everything a relation can have, and an import of Sanne's own mailbox. */
async function furnish(): Promise<Record<string, string>> {
  const { client } = sanne;
  const sister = await client.parties.create({ body: { kind: 'person', name: 'Zus van Sanne' } });
  const firm = await client.parties.create({ body: { kind: 'organisation', name: 'Lunchroom Klaver' } });
  const partyId = sister.id;
  const at = '2026-03-01T10:00:00.000Z';
  const recorded = await client.interactions.record({
    body: { channel: 'call', kind: 'call', at, to: [{ partyId }], text: 'Verjaardag' },
  });
  const [tieId = ''] = recorded.tieIds;
  const inAYear = '2027-11-01T10:00:00.000Z';
  const promise = await client.promises.create({ body: { partyId, owedBy: 'ours', text: 'Taart', dueAt: inAYear } });
  const fault = await client.faults.create({ body: { partyId, what: 'Vergeten', at: '2026-02-01T10:00:00.000Z' } });
  const relation = await client.relations.create({
    body: { typeKey: 'works-at', fromParty: partyId, toParty: firm.id },
  });
  const muted = { block: null, value: null, mutedCode: 'contact', note: null };
  const correction = await client.ties.correct({ params: { tieId }, body: muted });
  // What only somebody private has is as private as they are.
  await client.parties.update({ params: { partyId }, body: { tags: ['familie'], groups: ['Verjaardagen'] } });
  const [tag] = (await client.tags.list({})).items;
  const [group] = (await client.groups.list({})).items;
  const report = await client.reports.create({ body: { partyId, kind: 'question', subject: 'Nog taart?' } });
  const task = await client.tasks.create({ body: { title: 'Taart bakken', partyId } });
  const statement = await client.foundations.state({ body: { partyId, kind: 'personal' } });
  const plan = await client.plans.create({ body: { partyId, goal: 'Vaker zien' } });
  const rule = await client.keepInTouch.create({ body: { partyId } });
  const event = await client.agenda.create({ body: { title: 'Taart eten', startsAt: inAYear, people: [{ partyId }] } });
  const content = [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Houdt van taart' }] }];
  const files = [{ uploadId: await uploadLetter(), name: 'brief.eml' }];
  const note = await client.notes.create({ body: { partyId, body: { type: 'doc', content }, files } });
  const browser = {
    endpoint: 'https://push.example/sanne',
    p256dh: 'BPublicKeyOfABrowser',
    auth: 'aSecretOfIt',
    name: null,
  };
  const [subscribed] = (await client.notifications.subscribe({ body: browser })).browsers;
  const idea = await client.ideas.create({ body: { partyId, text: 'Taart met Kerst' } });
  const expectation = await client.expectations.create({ params: { partyId }, body: { ofUs: 'Taart' } });
  const survey = await client.surveys.record({ body: { partyId, way: 'ourselves', answer: 'very' } });
  await client.parties.decide({ body: { decisions: [{ partyId, role: 'private' }] } });
  await client.pins.create({ body: { partyId, recordId: note.id } });
  return {
    recordId: note.id,
    noteId: note.id,
    fileId: note.files[0]?.id ?? '',
    taskId: task.id,
    reportId: report.id,
    surveyId: survey.id,
    ideaId: idea.id,
    expectationId: expectation.id,
    statementId: statement.id,
    planId: plan.id,
    ruleId: rule.id,
    eventId: event.id,
    notificationId: await tellSanne(task.id),
    subscriptionId: subscribed?.id ?? '',
    partyId,
    tieId,
    interactionId: recorded.id,
    promiseId: promise.id,
    proposalId: await propose({ interactionId: recorded.id, partyId: firm.id }),
    faultId: fault.id,
    relationId: relation.id,
    tagId: tag?.id ?? '',
    groupId: group?.id ?? '',
    correctionId: correction.id,
    ...(await keepMailbox()),
    importId: await importMailbox(),
    viewId: (await client.views.create({ body: { name: 'Van mij', definition: {} } })).id,
    bulkId: (await client.bulk.start({ body: { selection: { ids: [partyId] }, act: { kind: 'add-tag', tag: 'Zus' } } }))
      .id,
    runId: await askOfHerself(),
    position: '1',
    block: 'trust',
    line: 'unanswered',
  };
}

/** What hangs on herself, asked by herself. */
async function askOfHerself(): Promise<string> {
  const question = { kind: 'colleague-away', colleagueId: sanne.partyId } as const;
  return (await sanne.client.whatIfRuns.create({ body: { question } })).id;
}

async function tellSanne(taskId: string): Promise<string> {
  const id = uuidv7();
  const row = { id, user_id: sanne.id, kind: 'task-due', key: 'once', party_id: null, noun: 'task', record_id: taskId };
  await app.db
    .insertInto('notifications')
    .values({ ...row, by_user: null, at: new Date(), read_at: null })
    .execute();
  return id;
}

/** From her mail, about a relation that everybody sees: still hers alone. */
async function propose({ interactionId, partyId }: { interactionId: string; partyId: string }): Promise<string> {
  const id = uuidv7();
  const words = { kind: 'promise', key: 'promise', text: 'Ik stuur je dinsdag de maten.', data: { by: 'theirs' } };
  const ids = { id, owner_user_id: sanne.id, interaction_id: interactionId, party_id: partyId };
  await app.db
    .insertInto('proposals')
    .values({ ...ids, ...words, happened_at: new Date() })
    .execute();
  return id;
}

/** A mailbox of which she shows colleagues nothing, with one mail. */
async function keepMailbox(): Promise<Record<string, string>> {
  const [connectionId, threadId, mailId] = [uuidv7(), uuidv7(), uuidv7()];
  const at = new Date();
  await app.db
    .insertInto('connections')
    .values({
      id: connectionId,
      kind: 'imap',
      name: 'sanne@thuis.nl',
      owner_user_id: sanne.id,
      sharing: 'nothing',
      created_at: at,
    })
    .execute();
  await app.db
    .insertInto('mail_threads')
    .values({ id: threadId, connection_id: connectionId, first_at: at, last_at: at, message_count: 1, unread_count: 1 })
    .execute();
  const people = { from_address: 'zus@thuis.nl', addresses: ['zus@thuis.nl'] };
  const plain = { direction: 'in', has_attachments: false, size_bytes: 1, is_seen: false, mail_class: 'person' };
  await app.db
    .insertInto('mails')
    .values({
      id: mailId,
      connection_id: connectionId,
      thread_id: threadId,
      message_key: 'een@thuis.nl',
      sent_at: at,
      ...people,
      ...plain,
    })
    .execute();
  const outboxId = uuidv7();
  await app.db
    .insertInto('outbox_mails')
    .values({
      id: outboxId,
      connection_id: connectionId,
      author_id: sanne.id,
      body: '{}',
      created_at: at,
      updated_at: at,
    })
    .execute();
  const text = { type: 'doc' as const, content: [{ type: 'paragraph' as const }] };
  const template = await sanne.client.mailTemplates.create({ body: { name: 'Van mij', body: text } });
  return { connectionId, threadId, mailId, outboxId, templateId: template.id, at: '0' };
}

async function uploadLetter(): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob(['From: a@x.example\r\nTo: b@y.example\r\nSubject: Hoi\r\n\r\nDag']), 'brief.eml');
  const body = new Response(form);
  const headers = { 'content-type': body.headers.get('content-type') ?? '', cookie: sanne.cookie };
  const payload = Buffer.from(await body.arrayBuffer());
  return (await app.call({ method: 'POST', url: '/api/uploads', headers, payload })).json().uploadId;
}

async function importMailbox(): Promise<string> {
  return (await sanne.client.imports.create({ body: { uploadId: await uploadLetter(), fileName: 'brief.eml' } })).id;
}

/** The least that a body needs to be well-formed, where it needs anything. */
const bodies: Readonly<Record<string, object>> = {
  'surveys.refuse': { isRefused: true },
  'promises.settle': { outcome: 'kept' },
  'faults.makeGood': { how: null },
  'reports.makeLink': { customerWants: true },
  'interactions.share': { shared: true },
  'mailThreads.mark': { isSeen: true },
  'outboxMails.attach': { uploadId: '00000000-0000-7000-8000-000000000001', name: 'x' },
  'outboxMails.decide': { outcome: 'sent' },
  'mailShares.setMailbox': { sharing: 'all' },
  'mailShares.setThread': { sharing: 'all' },
  'imports.columns': { columns: {} },
  'tags.merge': { intoTagId: '00000000-0000-7000-8000-000000000001' },
  'thanksOwed.say': { kind: 'help', gotForIt: 'yes' },
  'tasks.snooze': { until: null },
  'keepInTouch.update': { everyDays: 30 },
  'notifications.read': { isRead: true },
  'agenda.settle': { keep: 'mine' },
  'network.setIntroducer': { isShown: false },
  'ties.correct': { block: 'trust', value: 0.5, mutedCode: null, note: null },
};

/** Everybody's: words of the house, and who works here. */
const shared = ['users', 'foundationKinds', 'fields', 'relationTypes', 'benefitKinds', 'houseRules', 'hooks'];

const withParams = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries(verbs as Record<string, AnyContractProcedure>).flatMap(([verb, procedure]) => {
    const { method = 'GET', path = '' } = procedure['~orpc'].route;
    return /\{/.test(path) && !shared.includes(noun) ? [{ name: `${noun}.${verb}`, method, path }] : [];
  }),
);

const fill = (path: string, ids: Record<string, string>) =>
  `/api${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? assert.fail(`no row for ${name}`))}`;

test("another user's private row is not found, on every endpoint that names a row", async () => {
  const quiet: string[] = [];
  for (const { name, method, path } of withParams) {
    const payload = method === 'GET' ? {} : { payload: bodies[name] ?? {} };
    const answer = await app.call({ method, url: fill(path, own), cookie: joris.cookie, ...payload });
    // Taking back one's own mark touches nobody's row.
    if (name === 'today.unmark') quiet.push(name);
    else assert.deepEqual([answer.statusCode, answer.json().code], [404, 'not-found'], `${name} ${answer.body}`);
  }
  assert.deepEqual(quiet, ['today.unmark']);
});

test('it answers exactly as what does not exist', async () => {
  const nothing = Object.fromEntries(
    Object.keys(own).map((name) => [name, /Id$/.test(name) ? uuidv7() : (own[name] ?? '')]),
  );
  for (const { name, method, path } of withParams) {
    const payload = method === 'GET' ? {} : { payload: bodies[name] ?? {} };
    const [hers, none] = await Promise.all(
      [own, nothing].map((ids) => app.call({ method, url: fill(path, ids), cookie: joris.cookie, ...payload })),
    );
    const said = [hers, none].map((answer) => ({ ...answer?.json(), requestId: null }));
    assert.deepEqual(said[0], said[1], name);
  }
});

test('files of an import are its user’s own as well', async () => {
  for (const { method, path } of fileRoutes.filter((route) => route.access === 'user' && route.path.includes('{'))) {
    const answer = await app.call({ method, url: fill(path, own), cookie: joris.cookie });
    assert.deepEqual([answer.statusCode, answer.json().code], [404, 'not-found'], path);
  }
  const errors = await app.call({ url: fill('/imports/{importId}/errors.csv', own), cookie: sanne.cookie });
  assert.equal(errors.statusCode, 200);
  assert.match(errors.body, /^\ufeffposition,problem,bytes/);
});

test('it is absent from what others list, count, search and do in bulk', async () => {
  const { client } = joris;
  const { items } = await client.parties.list({ query: { limit: '200' } });
  assert.ok(items.every(({ id }) => id !== own.partyId));
  assert.deepEqual((await client.parties.search({ query: { q: 'Zus van' } })).items, []);
  const lists = [
    client.promises.list({}),
    client.faults.list({}),
    client.imports.list({}),
    client.tasks.list({}),
    client.ideas.list({}),
  ];
  const more = [client.reports.list({}), client.keepInTouch.list({}), client.notifications.list({})];
  for (const list of [...lists, ...more]) {
    assert.deepEqual((await list).items, []);
  }
  const { partyId = '' } = own;
  const decisions = [{ partyId, role: 'customer' as const }];
  const refused = await client.parties
    .decide({ body: { decisions } })
    .catch((error: { status?: number }) => error.status);
  assert.equal(refused, 404);
  const recorded = await client.interactions
    .record({ body: { channel: 'call', at: '2026-03-02T10:00:00.000Z', to: [{ partyId }] } })
    .catch((error: { status?: number }) => error.status);
  assert.equal(recorded, 404);
});

test('its own user still sees it all', async () => {
  const { partyId = '', tieId = '', importId = '' } = own;
  assert.equal((await sanne.client.parties.get({ params: { partyId } })).name, 'Zus van Sanne');
  assert.equal((await sanne.client.ties.get({ params: { tieId } })).id, tieId);
  assert.equal((await sanne.client.imports.get({ params: { importId } })).id, importId);
  assert.equal((await sanne.client.promises.list({})).items.length, 1);
  assert.equal((await sanne.client.parties.search({ query: { q: 'Zus van' } })).items.length, 1);
});
