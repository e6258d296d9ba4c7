/** Puts a survey back: one asked or written down by mistake goes, one taken back returns with its answer, not with its link. */
import type { FieldValues } from '#store/changes.ts';
import { findSurvey, insertSurvey, type SurveyRow, type SurveyValues, updateSurveyAnswer } from '#store/surveys.ts';
import { allow } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Reviser } from '../changes/reviser.ts';
import { removeSurvey } from './ask-survey.ts';
import { type AnswerName, answerOf } from './describe-survey.ts';
import { ingestAnswer, noteSurvey, surveyFieldsOf, takeOutAnswer } from './keep-survey.ts';

export const surveyReviser: Reviser = {
  async read(_ctx, tx, recordId) {
    const row = await findSurvey(tx, recordId);
    return row ? surveyFieldsOf(row) : null;
  },
  async write(ctx, tx, recordId, values) {
    const was = allow(ctx.actor, 'edit', await findSurvey(tx, recordId));
    await takeOutAnswer(ctx, tx, was);
    await updateSurveyAnswer(tx, was, readSurvey(recordId, { ...surveyFieldsOf(was), ...values }));
    const now = await findSurvey(tx, recordId);
    if (!now) throw notFound();
    await ingestAnswer(ctx, tx, now);
    await noteSurvey(ctx, tx, { act: 'update', was, now });
  },
  async remove(ctx, tx, recordId) {
    await removeSurvey(ctx, tx, recordId);
  },
  async restore(ctx, tx, recordId, values) {
    const row = readSurvey(recordId, values);
    await insertSurvey(tx, row);
    await ingestAnswer(ctx, tx, row);
    const now = allow(ctx.actor, 'edit', await findSurvey(tx, recordId));
    await noteSurvey(ctx, tx, { act: 'restore', now });
  },
};

function readSurvey(id: string, values: FieldValues): SurveyValues {
  const kept = values as unknown as Pick<
    SurveyRow,
    'kind' | 'way' | 'partyId' | 'colleagueId' | 'askedBy' | 'marks' | 'words' | 'reasons'
  > & {
    askedAt: string;
    answeredAt: string | null;
    answer: AnswerName | null;
  };
  return {
    ...kept,
    // Of before reasons were asked for.
    reasons: kept.reasons ?? [],
    id,
    askedAt: new Date(kept.askedAt),
    answeredAt: kept.answeredAt === null ? null : new Date(kept.answeredAt),
    answer: kept.answer === null ? null : answerOf(kept.answer),
  };
}
