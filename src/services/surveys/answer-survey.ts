/** What somebody outside says on the page of a survey: an answer, once, or that they are not to be asked again. */
import type { SurveyRow } from '#store/surveys.ts';
import { findSurvey, lockSurvey, type SurveyMarks, updateSurveyAnswer } from '#store/surveys.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { type AnswerName, answerOf } from './describe-survey.ts';
import { ingestAnswer, noteSurvey } from './keep-survey.ts';
import { refuseQuestions } from './refusals.ts';

/** All that the page may show: nothing of it is about the relation. */
export interface OpenSurvey {
  readonly kind: SurveyRow['kind'];
  readonly askerName: string;
  readonly isAnswered: boolean;
}

export async function openSurvey(ctx: Context, surveyId: string): Promise<OpenSurvey> {
  const row = await findSurvey(ctx.db, surveyId);
  if (!row) throw notFound();
  return { kind: row.kind, askerName: row.askerName ?? row.colleagueName, isAnswered: row.answeredAt !== null };
}

export interface SurveySaid {
  readonly answer: AnswerName | null;
  readonly marks: SurveyMarks | null;
  readonly words: string | null;
  /** What they would miss: of the foundations that come with the program. */
  readonly reasons: readonly string[];
}

/** The first answer stands: the page of an answered survey only thanks. */
export async function answerSurvey(ctx: Context, surveyId: string, said: SurveySaid): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const was = allow(ctx.actor, 'edit', unguarded(await lockSurvey(tx, surveyId)));
    if (was.answeredAt !== null) return;
    const answer = said.answer === null ? null : answerOf(said.answer);
    const { marks, words, reasons } = said;
    await updateSurveyAnswer(tx, was, { answeredAt: ctx.now(), answer, marks, words, reasons });
    const now = await findSurvey(tx, surveyId);
    if (!now) throw notFound();
    await ingestAnswer(ctx, tx, now);
    await noteSurvey(ctx, tx, { act: 'update', was, now });
  });
}

export async function refuseSurveys(ctx: Context, surveyId: string): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', unguarded(await lockSurvey(tx, surveyId)));
    await refuseQuestions(ctx, tx, row);
  });
}

/** Who holds the link is the one it is about, also where colleagues may not see the relation. */
function unguarded(row: SurveyRow | undefined): SurveyRow | undefined {
  return row && { ...row, visibleTo: null };
}
