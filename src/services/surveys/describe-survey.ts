import type { Survey } from '#contract/surveys.ts';
import type { SurveyRow } from '#store/surveys.ts';
import type { PublicLinkState } from '../public-links/public-links.ts';

export const answerNames = ['not', 'little', 'very'] as const;
export type AnswerName = (typeof answerNames)[number];

export function answerOf(name: AnswerName): 0 | 1 | 2 {
  return answerNames.indexOf(name) as 0 | 1 | 2;
}

export function describeSurvey(row: SurveyRow, link: PublicLinkState | undefined): Survey {
  return {
    id: row.id,
    kind: row.kind,
    way: row.way,
    party: { id: row.partyId, name: row.partyName },
    colleague: { id: row.colleagueId, name: row.colleagueName },
    askedAt: row.askedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answer: row.answer === null ? null : answerNames[row.answer],
    marks: row.marks,
    words: row.words,
    reasons: [...row.reasons],
    linkUntil: row.answeredAt === null && link?.isLiving ? link.expiresAt : null,
    version: row.version,
  };
}
