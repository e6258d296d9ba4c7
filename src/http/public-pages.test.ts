/** Pages behind secret links at the door: what they show, what they never show, and how little they tell of themselves. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';

type Answer = Awaited<ReturnType<TestApp['call']>>;

let app: TestApp;
let joris: TestUser;
/** One of us whom no page names. */
let colleagueId: string;
before(async () => {
  app = await testApp();
  joris = await app.addUser('Joris', 'owner');
  colleagueId = (await app.addUser(canary)).partyId;
});
after(() => app.close());

/** In every field that is nobody's business outside. */
const canary = 'KANARIE';
const html = { accept: 'text/html' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** Neither a word nor an id of what is ours, and no trace for who looks in caches, searches or logs. */
function tellsNothing(answer: Answer, ids: readonly string[]): void {
  const told = `${answer.body} ${JSON.stringify(answer.headers)}`;
  for (const secret of [canary, ...ids]) assert.ok(!told.includes(secret), told);
  assert.equal(answer.headers['x-robots-tag'], 'noindex, nofollow, noarchive');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.headers['referrer-policy'], 'no-referrer');
  assert.match(String(answer.headers['content-security-policy']), /^default-src 'none'.*frame-ancestors 'none'/);
  assert.equal(answer.headers['set-cookie'], undefined);
  assert.doesNotMatch(answer.body, /<script|<b>valt|https?:\/\//);
}

async function makeReport() {
  const body = { kind: 'person' as const, name: `Ilse ${canary}-naam` };
  const { id: partyId } = await joris.client.parties.create({ body });
  const said = { partyId, subject: 'Molen <b>valt</b> stil', text: 'Weer bij het ontbijt' };
  const { id: reportId } = await joris.client.reports.create({ body: said });
  const params = { reportId };
  const told = { whatWeDid: 'Nieuwe schijven', why: 'De oude waren versleten' };
  await joris.client.reports.update({ params, body: { ...told, note: `${canary}-notitie` } });
  const { url } = await joris.client.reports.makeLink({ params, body: { customerWants: true } });
  return { params, partyId, path: new URL(url).pathname };
}

test('a page shows what was published and nothing else, in the language that is asked for', async () => {
  const { params, partyId, path } = await makeReport();
  // Everything that is kept of it and of who it is of, and is not for the page.
  const { id: otherId } = await joris.client.parties.create({
    body: { kind: 'person', name: `Arend ${canary}-ander` },
  });
  await joris.client.interactions.record({
    body: {
      ...{ at: new Date().toISOString(), channel: 'visit', kind: 'message', text: `${canary}-moment` },
      ...{ from: { partyId: colleagueId }, to: [{ partyId }, { partyId: otherId }] },
    },
  });
  await joris.client.reports.update({ params, body: { why: `${canary}-waarom-nog-niet`, next: `${canary}-volgende` } });
  await joris.client.notes.create({
    body: {
      partyId,
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `${canary}-memo` }] }] },
      isPrivate: false,
      files: [],
    },
  });
  const answers = [
    await app.call({ url: path, headers: { ...html, 'accept-language': 'de,nl;q=0.5,en;q=0.9' } }),
    await app.call({ url: `${path}?l=nl`, headers: html }),
    await app.call({ url: `${path}?said=${canary}`, headers: html }),
    await app.call({ method: 'HEAD', url: path }),
    await app.call({ method: 'POST', url: path, headers: form, payload: 'text=' }),
    await app.call({ method: 'POST', url: path, headers: form, payload: 'text=Fijn%20zo' }),
    await app.call({ url: `${path}?l=nl`, headers: html }),
  ];
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200, 200, 200, 422, 303, 200],
  );
  for (const answer of answers) tellsNothing(answer, [partyId, params.reportId]);
  const [english, dutch, , , empty, , thanked] = answers;
  assert.match(english?.body ?? '', /lang="en".*We have received your report/s);
  assert.match(dutch?.body ?? '', /Uw melding .*Wat wij deden.*Nieuwe schijven.*De oude waren versleten/s);
  assert.match(empty?.body ?? '', /role="status"|Schrijf eerst iets|Write something first/);
  assert.match(thanked?.body ?? '', /Fijn zo/);
});

/** Somebody close enough to be asked, with all that is kept of them; and the link they are asked by. */
async function askSurvey(kind: 'missing' | 'four' = 'missing') {
  const body = { kind: 'person' as const, name: `Hanneke ${canary}-naam` };
  const { id: partyId } = await joris.client.parties.create({ body });
  await joris.client.parties.update({ params: { partyId }, body: { note: `${canary}-notitie` } });
  for (let day = 1; day <= 12; day += 1) {
    const at = new Date(Date.now() - day * 86_400_000).toISOString();
    const sides = day % 2 === 0 ? { to: [{ partyId }] } : { from: { partyId }, to: [{ partyId: joris.partyId }] };
    const benefits = [{ giver: 'from' as const, kind: 'help' as const }];
    await joris.client.interactions.record({
      body: { ...sides, at, channel: 'visit', kind: 'help', text: `${canary}-moment`, benefits },
    });
  }
  const said = { partyId, way: 'ourselves' as const, answer: 'very' as const, words: `${canary}-over-hen` };
  await joris.client.surveys.record({ body: said });
  await joris.client.parties.get({ params: { partyId } });
  const { url, survey } = await joris.client.surveys.ask({ body: { partyId, kind } });
  return { partyId, surveyId: survey.id, path: new URL(url).pathname };
}

test('the page of a survey tells nothing of the relation, and ends at once when it is taken back', async () => {
  const { partyId, surveyId, path } = await askSurvey();
  assert.match(path, /^\/v\/[\w-]{43}$/);
  const answers = [
    await app.call({ url: `${path}?l=nl`, headers: html }),
    await app.call({ url: `${path}?l=en`, headers: { accept: 'application/json' } }),
    await app.call({ method: 'HEAD', url: path }),
    await app.call({ method: 'POST', url: path, headers: form, payload: 'words=niets+gekozen' }),
    await app.call({ method: 'POST', url: path, headers: form, payload: 'answer=very&words=Fijn%20zo' }),
    await app.call({ url: `${path}?l=nl`, headers: html }),
  ];
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200, 200, 422, 303, 200],
  );
  for (const answer of answers) tellsNothing(answer, [partyId, colleagueId, surveyId]);
  assert.match(answers[0]?.body ?? '', /Zou u ons missen\?.*Joris van/s);
  // What was answered is not shown again: whoever finds the link later reads no word of it.
  assert.doesNotMatch(answers.at(-1)?.body ?? '', /Fijn zo/);
  const unknown = await app.call({ url: `/v/${'a'.repeat(43)}?l=nl`, headers: html });
  assert.equal(unknown.statusCode, 404);
  const elsewhere = await app.call({ url: `${path.replace('/v/', '/m/')}?l=nl`, headers: html });
  const taken = await askSurvey('four');
  assert.equal((await app.call({ url: taken.path })).statusCode, 200);
  await joris.client.surveys.withdraw({ params: { surveyId: taken.surveyId } });
  const revoked = await app.call({ url: `${taken.path}?l=nl`, headers: html });
  const post = await app.call({ method: 'POST', url: `${taken.path}?l=nl`, headers: form, payload: 'answer=very' });
  for (const answer of [elsewhere, revoked, post]) {
    assert.deepEqual([answer.statusCode, answer.body], [404, unknown.body]);
    tellsNothing(answer, [taken.partyId, taken.surveyId]);
  }
});

test('what lies behind a link is not to be had as JSON by who is not signed in', async () => {
  const { params, partyId, path } = await makeReport();
  const token = path.split('/').at(-1) ?? '';
  const asked = [
    `/api/reports/${params.reportId}`,
    `/api/reports/${token}`,
    `/api/reports/${params.reportId}/page`,
    `/api/surveys?partyId=${partyId}`,
    `/api/parties/${partyId}`,
  ];
  for (const url of asked) {
    const answer = await app.call({ url, headers: { accept: 'application/json' } });
    assert.equal(answer.statusCode, 401, url);
    assert.ok(!answer.body.includes(canary) && !answer.body.includes('Molen'), answer.body);
  }
  // The page itself has one form, whatever is asked for.
  const json = await app.call({ url: path, headers: { accept: 'application/json' } });
  assert.match(String(json.headers['content-type']), /^text\/html/);
  tellsNothing(json, [partyId, params.reportId]);
});

test('only the hash of a link is kept', async () => {
  const { path } = await makeReport();
  const token = path.split('/').at(-1) ?? '';
  assert.match(token, /^[\w-]{43}$/);
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from public_links l where l::text like ${`%${token}%`}) as found`.execute(app.db);
  assert.equal(rows[0]?.found, false);
});

test('what is unknown, malformed, revoked, replaced, past its time or in the bin answers alike, at once', async () => {
  const unknown = await app.call({ url: `/m/${'a'.repeat(43)}?l=nl`, headers: html });
  assert.equal(unknown.statusCode, 404);
  const made = {
    revoked: await makeReport(),
    replaced: await makeReport(),
    late: await makeReport(),
    bin: await makeReport(),
  };
  for (const { path } of Object.values(made)) assert.equal((await app.call({ url: path })).statusCode, 200);
  await joris.client.reports.endLink({ params: made.revoked.params });
  await joris.client.reports.makeLink({ params: made.replaced.params, body: { customerWants: true } });
  await sql`update public_links set expires_at = now() - interval '1 second' where record_id = ${made.late.params.reportId}::uuid`.execute(
    app.db,
  );
  await joris.client.reports.remove({ params: made.bin.params });
  const paths = Object.values(made).map(({ path }) => path);
  const others = [made.revoked.path.replace('/m/', '/v/'), '/m/x', '/m/%00', `/m/${'é'.repeat(43)}`];
  for (const path of [...paths, ...others]) {
    const answer = await app.call({ url: `${path}?l=nl`, headers: html });
    assert.deepEqual([answer.statusCode, answer.body], [404, unknown.body], path);
    const post = await app.call({ method: 'POST', url: `${path}?l=nl`, headers: form, payload: 'text=x' });
    assert.deepEqual([post.statusCode, post.body], [404, unknown.body], path);
  }
});

test('the customer ends the page alone, and who guesses or floods is slowed down', async () => {
  const { path } = await makeReport();
  const stop = await app.call({ method: 'POST', url: path, headers: form, payload: 'act=stop' });
  assert.deepEqual([stop.statusCode, stop.headers.location], [303, '?l=nl&said=stopped']);
  assert.equal((await app.call({ url: path })).statusCode, 404);
  const flood = await makeReport();
  const codes = [];
  for (let at = 0; at < 7; at += 1) {
    const payload = `text=nummer+${at}`;
    codes.push((await app.call({ method: 'POST', url: flood.path, headers: form, payload })).statusCode);
  }
  assert.deepEqual(codes.slice(0, 5), [303, 303, 303, 303, 303]);
  assert.deepEqual(codes.slice(5), [429, 429]);
  const payload = `text=${'x'.repeat(40_000)}`;
  const large = await app.call({ method: 'POST', url: (await makeReport()).path, headers: form, payload });
  assert.equal(large.statusCode, 413);
  const guesses = [];
  for (let at = 0; at < 40; at += 1) {
    guesses.push((await app.call({ url: `/m/${String(at).padStart(43, 'z')}` })).statusCode);
  }
  assert.equal(guesses.at(-1), 429);
});

test('no crawler is let in, and the preview is for who is signed in, in a frame of ours', async () => {
  assert.equal((await app.call({ url: '/robots.txt' })).body, 'User-agent: *\nDisallow: /\n');
  const { params } = await makeReport();
  const url = `/api/reports/${params.reportId}/page?l=en`;
  assert.equal((await app.call({ url })).statusCode, 401);
  const preview = await app.call({ url, cookie: joris.cookie });
  assert.match(
    String(preview.headers['content-security-policy']),
    /^sandbox;.*form-action 'none'.*frame-ancestors 'self'/,
  );
  assert.match(preview.body, /What we did.*Nieuwe schijven/s);
  assert.ok(!preview.body.includes(canary));
});
