/** A survey as a whole: its row, the reasons it names, and the event of the tie that its answer is. */
import type { FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { listInteractionsByKey } from '#store/interactions.ts';
import { listSources } from '#store/sources.ts';
import type { SurveyRow, SurveyValues } from '#store/surveys.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { refreshSoon } from '../figures/refresh-soon.ts';
import { ensureHandSource } from '../interactions/hand-source.ts';
import { ingestInteractions } from '../interactions/ingest-interactions.ts';
import { takeOutInteractions } from '../interactions/take-out-interactions.ts';
import { keepReasons, takeOutReasons } from './answer-reasons.ts';
import { answerNames } from './describe-survey.ts';

/** An answer to "would you miss us" is an event like any other, so that a replay knows it too. Marks are nobody's event. */
export async function ingestAnswer(ctx: Context, tx: Tx, row: SurveyValues): Promise<void> {
  if (row.answeredAt === null || row.answer === null) return;
  await keepReasons(ctx, tx, row);
  const source = await ensureHandSource(tx, ctx.now());
  const tieIds = await ingestAnswerEvent(ctx, tx, { row, sourceNumber: source.number, importId: null });
  refreshSoon(tx, { tieIds, now: ctx.now });
}

/** The event alone; the ties it touched. */
export async function ingestAnswerEvent(
  ctx: Context,
  tx: Tx,
  { row, sourceNumber, importId }: { row: SurveyValues; sourceNumber: number; importId: string | null },
): Promise<readonly string[]> {
  if (row.answeredAt === null || row.answer === null) return [];
  const [from, to] = row.way === 'ourselves' ? [row.colleagueId, row.partyId] : [row.partyId, row.colleagueId];
  const { tieIds } = await ingestInteractions(tx, {
    source: { number: sourceNumber, ownerUserId: null },
    records: [
      {
        sourceKey: keyOf(row.id),
        atMs: row.answeredAt.getTime(),
        channel: 'other',
        kind: 'survey-answer',
        from: { kind: 'party', partyId: from },
        to: [{ kind: 'party', partyId: to }],
        subject: null,
        snippet: row.words,
        answers: [],
        mailClass: 'person',
        asked: true,
        valence: row.answer - 1,
        benefits: [],
        order: null,
      },
    ],
    actor: ctx.actor,
    at: ctx.now(),
    importId,
  });
  return tieIds;
}

export async function takeOutAnswer(ctx: Context, tx: Tx, row: SurveyValues): Promise<void> {
  await takeOutReasons(ctx, tx, row);
  const ids: string[] = [];
  for (const { number, kind } of await listSources(tx)) {
    if (kind !== 'hand' && kind !== 'demo') continue;
    const found = await listInteractionsByKey(tx, { sourceNumber: number, sourceKeys: [keyOf(row.id)] });
    ids.push(...found.map(({ id }) => id));
  }
  if (ids.length === 0) return;
  refreshSoon(tx, { tieIds: await takeOutInteractions(tx, { ids, at: ctx.now() }), now: ctx.now });
}

function keyOf(surveyId: string): string {
  return `survey ${surveyId}`;
}

export function surveyFieldsOf(row: SurveyRow): FieldValues {
  return {
    kind: row.kind,
    way: row.way,
    partyId: row.partyId,
    colleagueId: row.colleagueId,
    askedBy: row.askedBy,
    askedAt: row.askedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answer: row.answer === null ? null : answerNames[row.answer],
    marks: row.marks && { ...row.marks },
    words: row.words,
    reasons: [...row.reasons],
  };
}

export async function noteSurvey(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: 'create' | 'update' | 'remove' | 'restore'; was?: SurveyRow; now?: SurveyRow },
): Promise<void> {
  const row = now ?? was;
  if (!row) return;
  await noteChange(ctx, tx, {
    noun: 'survey',
    recordId: row.id,
    partyId: row.partyId,
    act,
    label: row.partyName,
    ...(was && { before: surveyFieldsOf(was) }),
    ...(now && { after: surveyFieldsOf(now) }),
    version: row.version,
  });
}
