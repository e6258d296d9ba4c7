/** Would they miss us: asked once a year, never of who complained; answered once, and taken back without a trace. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type House, testHouse, testNow } from '#test/house.ts';
import type { AppError } from '../app-error.ts';
import { listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { Context } from '../context.ts';
import { refreshFigures } from '../figures/refresh-figures.ts';
import { correctStatement, withdrawStatement } from '../foundations/change-statement.ts';
import { getFoundation } from '../foundations/get-foundation.ts';
import { recordInteractions } from '../interactions/record-interaction.ts';
import { updatePartyFields } from '../parties/change-party.ts';
import { openPublicLink } from '../public-links/public-links.ts';
import { answerSurvey, openSurvey, refuseSurveys } from './answer-survey.ts';
import { askSurvey, recordSurvey, withdrawSurvey } from './ask-survey.ts';
import { getSurveyShares, listSurveyCandidates, listSurveys } from './list-surveys.ts';
import { setSurveyRefusal } from './refusals.ts';

const dayMs = 86_400_000;
let house: House;
let klaver: string;
let ans: string;
let kees: string;

before(async () => {
  house = await testHouse();
  [klaver, ans, kees] = (await Promise.all(['klaver', 'ans', 'kees'].map(meet))) as [string, string, string];
  await recordInteractions(house.sanne, {
    source: 'kassa',
    coveredUntil: null,
    items: [moment('kees', 5, 'complaint')],
  });
  await refreshFigures(house.system, {});
});
after(() => house.drop());

function moment(who: string, daysAgo: number, kind: 'message' | 'help' | 'complaint', back = false) {
  const ref = { kind: 'mail' as const, value: `${who}@klant.nl`, name: who };
  const rest = { subject: null, text: null, answers: [], asked: null, valence: null, benefits: [], order: null };
  const from = kind === 'complaint' || back ? { from: ref, to: [{ partyId: partyOf(house.sanne) }] } : { to: [ref] };
  const at = new Date(testNow.getTime() - daysAgo * dayMs).toISOString();
  return { sourceKey: `${who} ${daysAgo} ${kind} ${back}`, at, channel: 'mail' as const, kind, ...from, ...rest };
}

function partyOf({ actor }: Context): string {
  return actor.kind === 'user' ? (actor.partyId ?? '') : '';
}

async function meet(who: string): Promise<string> {
  const items = [3, 10, 17, 24].flatMap((days) => [moment(who, days, 'help'), moment(who, days + 1, 'help', true)]);
  await recordInteractions(house.sanne, { source: 'kassa', coveredUntil: null, items });
  const { rows } = await sql<{
    id: string;
  }>`select party_id as id from identities where value = ${`${who}@klant.nl`}`.execute(house.db);
  return rows[0]?.id ?? '';
}

const intensityOf = async (partyId: string) => {
  await refreshFigures(house.system, {});
  const { rows } = await sql<{
    intensity: number;
  }>`select intensity from party_figures where party_id = ${partyId}`.execute(house.db);
  return rows[0]?.intensity ?? 0;
};
const code = (expected: string) => (error: unknown) => (error as AppError).problems?.[0]?.code === expected;
const tokenOf = (url: string) => url.split('/').at(-1) ?? '';

test('who complained is helped, not asked; who would rather not, neither; and the list says why', async () => {
  await updatePartyFields(house.sanne, { partyId: ans, contactWish: 'rather-not' });
  await assert.rejects(askSurvey(house.sanne, { partyId: kees, kind: 'missing' }), code('not-now-complaint'));
  await assert.rejects(askSurvey(house.sanne, { partyId: ans, kind: 'missing' }), code('not-now-rather-not'));
  const { items } = await listSurveyCandidates(house.bram, { kind: 'missing', may: 'false' });
  const why = new Map(items.map(({ party, reason }) => [party.id, reason]));
  assert.deepEqual([why.get(kees), why.get(ans), why.get(klaver)], ['complaint', 'rather-not', undefined]);
  await updatePartyFields(house.sanne, { partyId: ans, contactWish: null });
});

test('asked by link, answered once: the tie hears it, and nothing is asked twice', async () => {
  const before = await intensityOf(klaver);
  const { survey, url } = await askSurvey(house.sanne, { partyId: klaver, kind: 'missing' });
  assert.equal(survey.answeredAt, null);
  const opened = await openPublicLink(house.system, { kind: 'survey', token: tokenOf(url) });
  assert.deepEqual(await openSurvey(house.system, opened.recordId), {
    kind: 'missing',
    askerName: 'Sanne de Vries',
    isAnswered: false,
  });
  await answerSurvey(house.system, opened.recordId, {
    answer: 'very',
    marks: null,
    words: 'De koffie van Lotte',
    reasons: ['personal'],
  });
  await answerSurvey(house.system, opened.recordId, { answer: 'not', marks: null, words: null, reasons: ['price'] });
  const [told] = (await listSurveys(house.bram, { partyId: klaver })).items;
  assert.deepEqual([told?.answer, told?.words, told?.linkUntil], ['very', 'De koffie van Lotte', null]);
  assert.ok((await intensityOf(klaver)) > before, 'who would miss us matters more');
  await assert.rejects(askSurvey(house.sanne, { partyId: klaver, kind: 'missing' }), code('not-now-asked-this-year'));
});

test('written down by mistake and undone: nothing of it is left in the tie', async () => {
  const before = await intensityOf(ans);
  await recordSurvey(house.sanne, { partyId: ans, way: 'in-person', answer: 'not', words: null });
  assert.ok((await intensityOf(ans)) < before);
  await undoChange(house.sanne, {});
  assert.ok(Math.abs((await intensityOf(ans)) - before) < 1e-9);
  assert.equal((await listSurveys(house.sanne, { partyId: ans })).items.length, 0);
});

test('a link taken back is dead at once; who asks to be left alone is', async () => {
  const first = await askSurvey(house.sanne, { partyId: ans, kind: 'four' });
  await withdrawSurvey(house.sanne, { surveyId: first.survey.id });
  await assert.rejects(openPublicLink(house.system, { kind: 'survey', token: tokenOf(first.url) }));
  const { survey } = await askSurvey(house.sanne, { partyId: ans, kind: 'four' });
  await answerSurvey(house.system, survey.id, {
    answer: null,
    marks: { quality: 5, satisfaction: 4, value: 3, bond: 4 },
    words: null,
    reasons: [],
  });
  await refuseSurveys(house.system, survey.id);
  await assert.rejects(askSurvey(house.sanne, { partyId: ans, kind: 'missing' }), code('not-now-refused'));
});

test('what they would miss stands under why they are with us; it leaves and returns with the answer', async () => {
  const read = () => getFoundation(house.bram, { partyId: klaver });
  const told = await read();
  assert.deepEqual(
    told.statements.map(({ kind, ground, words }) => [kind, ground, words]),
    [['personal', 'survey', 'De koffie van Lotte']],
  );
  assert.equal(told.ground, 'survey');
  const [answered] = (await listSurveys(house.sanne, { partyId: klaver })).items;
  assert.deepEqual(answered?.reasons, ['personal']);
  // A colleague puts it right; that stands, whatever becomes of the answer.
  const statementId = told.statements[0]?.id ?? '';
  await correctStatement(house.bram, { statementId, kind: 'brand' });
  await withdrawSurvey(house.sanne, { surveyId: answered?.id ?? '' });
  assert.deepEqual([(await read()).ground, (await read()).statements], ['segment', []]);
  await undoChange(house.sanne, {});
  assert.deepEqual(
    (await read()).statements.map(({ id, kind }) => [id, kind]),
    [[statementId, 'brand']],
  );
  await withdrawStatement(house.bram, { statementId });
  await withdrawSurvey(house.sanne, { surveyId: answered?.id ?? '' });
  await undoChange(house.sanne, {});
  assert.deepEqual((await read()).statements, [], 'what somebody withdrew does not come back with the answer');
});

test('what we would miss of them is no reason of theirs; told unasked it was said; unknown reasons are refused', async () => {
  const ours = { partyId: kees, way: 'ourselves' as const, answer: 'very' as const, words: null };
  await assert.rejects(recordSurvey(house.sanne, { ...ours, reasons: ['personal'] }), code('unknown-foundation'));
  const theirs = { ...ours, way: 'unasked' as const };
  await assert.rejects(recordSurvey(house.sanne, { ...theirs, reasons: ['geur'] }), code('unknown-foundation'));
  await recordSurvey(house.sanne, { ...theirs, reasons: ['brand', 'personal', 'brand'] });
  const { statements, ground } = await getFoundation(house.bram, { partyId: kees });
  assert.deepEqual(statements.map(({ kind }) => kind).toSorted(), ['brand', 'personal']);
  assert.equal(ground, 'said');
  await undoChange(house.sanne, {});
  assert.deepEqual((await getFoundation(house.bram, { partyId: kees })).statements, []);
});

test('rather not be asked stands in the history, and a colleague takes it back', async () => {
  const { items } = await listChanges(house.sanne, { recordId: ans });
  const said = items.find(({ noun }) => noun === 'survey-refusal');
  assert.deepEqual([said?.act, said?.origin], ['update', 'house']);
  await undoChange(house.bram, { changeId: said?.id ?? '' });
  const mayAsk = async () => {
    const [one] = (await listSurveyCandidates(house.bram, { kind: 'missing', partyId: ans })).items;
    return [one?.isNotToAsk, one?.reason];
  };
  assert.deepEqual(await mayAsk(), [false, 'asked-this-year']);
  await setSurveyRefusal(house.sanne, { partyId: ans, isRefused: true });
  assert.deepEqual(await mayAsk(), [true, 'refused']);
  await undoChange(house.sanne, {});
  assert.deepEqual(await mayAsk(), [false, 'asked-this-year']);
});

test('over the firm: each relation once, no verdict under thirty, marks as their plain mean', async () => {
  const { missing, four } = await getSurveyShares(house.sanne);
  assert.deepEqual([missing.n, missing.very, missing.verdict], [1, 1, 'too-few']);
  assert.deepEqual([four.n, four.mean], [1, 4]);
});

test('a year later the same question may be asked again', async () => {
  house.setNow(new Date(testNow.getTime() + 366 * dayMs));
  const { survey } = await askSurvey(house.sanne, { partyId: klaver, kind: 'missing' });
  assert.ok(survey.linkUntil !== null);
});
