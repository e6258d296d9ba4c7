/** What was asked and answered; who may be asked; and what all answers say together. */
import type { Survey, SurveyCandidate, SurveyShares } from '#contract/surveys.ts';
import { computeSurveyShare, fewestForVerdict, missedShare } from '#engine/survey-share.ts';
import { listCandidateRows } from '#store/survey-candidates.ts';
import { countSurveyAnswers, listSurveyRows, type SurveyRow } from '#store/surveys.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { listPublicLinkStates } from '../public-links/public-links.ts';
import { describeSurvey } from './describe-survey.ts';

const pageSize = 50;
const yearMs = 365 * 86_400_000;

interface ListInput {
  readonly cursor?: string;
  readonly limit?: number;
  readonly partyId?: string;
  readonly answered?: 'true' | 'false';
}

export async function listSurveys(
  ctx: Context,
  input: ListInput,
): Promise<{ items: Survey[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [askedAt, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const rows = await listSurveyRows(ctx.db, {
    viewer: viewerOf(ctx.actor),
    partyId: input.partyId ?? null,
    isAnswered: input.answered === undefined ? null : input.answered === 'true',
    after: id === undefined ? null : { askedAt: new Date(String(askedAt)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const waiting = shown.filter(({ way, answeredAt }) => way === 'link' && answeredAt === null).map((row) => row.id);
  const links = await listPublicLinkStates(ctx, ctx.db, { kind: 'survey', recordIds: waiting });
  const last = shown.at(-1);
  return {
    items: shown.map((row) => describeSurvey(row, links.get(row.id))),
    nextCursor: rows.length > limit && last ? writeCursor([last.askedAt.toISOString(), last.id]) : null,
  };
}

interface CandidatesInput {
  readonly cursor?: string;
  readonly limit?: number;
  readonly kind: SurveyRow['kind'];
  readonly may?: 'true' | 'false';
  readonly partyId?: string;
}

export async function listSurveyCandidates(
  ctx: Context,
  input: CandidatesInput,
): Promise<{ items: SurveyCandidate[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [bond, id] = readCursor(input.cursor, ['number', 'id']) ?? [];
  const rows = await listCandidateRows(ctx.db, {
    viewer: viewerOf(ctx.actor),
    now: ctx.now(),
    kind: input.kind,
    partyId: input.partyId ?? null,
    may: input.may === undefined ? null : input.may === 'true',
    after: id === undefined ? null : { bond: Number(bond), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      party: { id: row.id, name: row.name },
      reason: row.reason,
      until: row.until?.toISOString() ?? null,
      hasMail: row.hasMail,
      isNotToAsk: row.isNotToAsk,
    })),
    nextCursor: rows.length > limit && last ? writeCursor([last.bond, last.id]) : null,
  };
}

export async function getSurveyShares(ctx: Context): Promise<SurveyShares> {
  const since = new Date(ctx.now().getTime() - yearMs);
  const { very, little, not, four, quality, satisfaction, value, bond } = await countSurveyAnswers(ctx.db, since);
  const told = quality !== null && satisfaction !== null && value !== null && bond !== null;
  const marks = told ? { quality, satisfaction, value, bond } : null;
  return {
    since: since.toISOString(),
    missing: {
      ...computeSurveyShare({ yes: very, n: very + little + not }),
      ...{ very, little, not, fewest: fewestForVerdict, threshold: missedShare },
    },
    // Each counts as much as another: loyalty is their plain mean (model.md 1.11).
    four: { n: four, marks, mean: marks && (marks.quality + marks.satisfaction + marks.value + marks.bond) / 4 },
  };
}
