/** Asking by link, writing down what was said, taking either back. */
import { v7 as uuidv7 } from 'uuid';
import type { Survey } from '#contract/surveys.ts';
import type { Tx } from '#store/database.ts';
import { findPartiesById } from '#store/identities.ts';
import { listCandidateRows } from '#store/survey-candidates.ts';
import {
  deleteSurvey,
  findClosestOwn,
  findSurvey,
  insertSurvey,
  type SurveyRow,
  type SurveyValues,
} from '#store/surveys.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf, viewerOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { makePublicLink, revokePublicLink } from '../public-links/public-links.ts';
import { refuseUnfitReasons } from './answer-reasons.ts';
import { type AnswerName, answerOf, describeSurvey } from './describe-survey.ts';
import { ingestAnswer, noteSurvey, takeOutAnswer } from './keep-survey.ts';

/** So long a link waits for its answer. */
const linkDays = 45;
const dayMs = 86_400_000;

export async function askSurvey(
  ctx: Context,
  { partyId, kind }: { partyId: string; kind: SurveyRow['kind'] },
): Promise<{ survey: Survey; url: string }> {
  return transact(ctx.db, async (tx) => {
    const begun = await beginSurvey(ctx, tx, partyId);
    await refuseWhoMayNot(ctx, tx, { partyId, kind });
    const row = { ...begun, kind, way: 'link' as const };
    await insertSurvey(tx, row);
    const expiresAt = new Date(ctx.now().getTime() + linkDays * dayMs);
    const { url } = await makePublicLink(ctx, tx, { kind: 'survey', recordId: row.id, expiresAt });
    const now = await noteNew(ctx, tx, row.id);
    return { survey: { ...describeSurvey(now, undefined), linkUntil: expiresAt.toISOString() }, url };
  });
}

interface Recorded {
  readonly partyId: string;
  readonly way: 'in-person' | 'ourselves' | 'unasked';
  readonly answer: AnswerName;
  readonly words: string | null;
  /** What they would miss, where they said so: foundations by their key. */
  readonly reasons?: readonly string[];
}

export async function recordSurvey(
  ctx: Context,
  { partyId, way, answer, words, reasons = [] }: Recorded,
): Promise<Survey> {
  return transact(ctx.db, async (tx) => {
    const begun = await beginSurvey(ctx, tx, partyId);
    await refuseUnfitReasons(tx, { way, reasons });
    // What was told unasked, and what we say ourselves, troubled nobody.
    if (way === 'in-person') await refuseWhoMayNot(ctx, tx, { partyId, kind: 'missing' });
    const said = { words, reasons: [...new Set(reasons)] };
    const row = { ...begun, ...said, kind: 'missing' as const, way, answeredAt: ctx.now(), answer: answerOf(answer) };
    await insertSurvey(tx, row);
    await ingestAnswer(ctx, tx, row);
    return describeSurvey(await noteNew(ctx, tx, row.id), undefined);
  });
}

export async function withdrawSurvey(ctx: Context, { surveyId }: { surveyId: string }): Promise<{ done: true }> {
  await transact(ctx.db, async (tx) => {
    await removeSurvey(ctx, tx, surveyId);
  });
  return { done: true };
}

export async function removeSurvey(ctx: Context, tx: Tx, surveyId: string): Promise<void> {
  const row = allow(ctx.actor, 'edit', await findSurvey(tx, surveyId));
  await revokePublicLink(ctx, tx, { kind: 'survey', recordId: row.id });
  await takeOutAnswer(ctx, tx, row);
  await deleteSurvey(tx, row);
  await noteSurvey(ctx, tx, { act: 'remove', was: row });
}

async function beginSurvey(ctx: Context, tx: Tx, partyId: string): Promise<Omit<SurveyValues, 'kind' | 'way'>> {
  const [party] = await findPartiesById(tx, [partyId]);
  const { isOwn } = allow(ctx.actor, 'edit', party);
  const own = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
  const colleagueId = (await findClosestOwn(tx, partyId)) ?? own;
  if (isOwn || colleagueId === null) throw new AppError('not-allowed');
  const unanswered = { answeredAt: null, answer: null, marks: null, words: null, reasons: [] };
  return { id: uuidv7(), partyId, colleagueId, askedBy: userOf(ctx.actor), askedAt: ctx.now(), ...unanswered };
}

async function refuseWhoMayNot(
  ctx: Context,
  tx: Tx,
  asked: { partyId: string; kind: SurveyRow['kind'] },
): Promise<void> {
  const find = { ...asked, viewer: viewerOf(ctx.actor), now: ctx.now(), may: null, after: null, limit: 1 };
  const [candidate] = await listCandidateRows(tx, find);
  if (!candidate) throw notFound();
  if (candidate.reason === null) return;
  const problem = { path: 'body.partyId', code: `not-now-${candidate.reason}`, message: 'not to be asked now' };
  throw new AppError('bad-input', { problems: [problem] });
}

async function noteNew(ctx: Context, tx: Tx, id: string): Promise<SurveyRow> {
  const now = await findSurvey(tx, id);
  if (!now) throw notFound();
  await noteSurvey(ctx, tx, { act: 'create', now });
  return now;
}
