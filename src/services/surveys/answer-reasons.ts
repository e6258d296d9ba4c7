/** What somebody would miss, ticked with an answer: each becomes a word about why they are with us, and leaves with the answer. */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import { dropAnswerStatements, returnAnswerStatements, writeAnswerStatements } from '#store/foundation-statements.ts';
import { listFoundationKinds } from '#store/foundations.ts';
import type { SurveyValues } from '#store/surveys.ts';
import { viewerOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { refreshFoundationsAround } from '../foundations/refresh-foundation.ts';

/** What we say of them is no reason of theirs. */
export async function keepReasons(ctx: Context, tx: Tx, row: SurveyValues): Promise<void> {
  if (row.answeredAt === null || row.way === 'ourselves' || row.reasons.length === 0) return;
  const { id: surveyId, partyId, reasons, words, answeredAt } = row;
  await returnAnswerStatements(tx, { surveyId, reasons });
  // One whom nobody asked said it; the others answered.
  const ground = row.way === 'unasked' ? ('said' as const) : ('survey' as const);
  const ids = reasons.map(() => uuidv7());
  const said = { surveyId, partyId, reasons, ids, words, ground, saidAt: answeredAt };
  await writeAnswerStatements(tx, { ...said, authorId: viewerOf(ctx.actor), at: ctx.now() });
  await refreshFoundationsAround(ctx, tx, partyId);
}

export async function takeOutReasons(ctx: Context, tx: Tx, { id, partyId }: SurveyValues): Promise<void> {
  if (await dropAnswerStatements(tx, { surveyId: id, at: ctx.now() })) await refreshFoundationsAround(ctx, tx, partyId);
}

export async function refuseUnfitReasons(
  tx: Tx,
  { way, reasons }: { way: SurveyValues['way']; reasons: readonly string[] },
): Promise<void> {
  if (reasons.length === 0) return;
  const kinds = way === 'ourselves' ? [] : (await listFoundationKinds(tx)).map(({ key }) => key);
  const place = reasons.findIndex((reason) => !kinds.includes(reason));
  if (place === -1) return;
  const problem = { path: `body.reasons[${place}]`, code: 'unknown-foundation', message: 'no such reason' };
  throw new AppError('bad-input', { problems: [problem] });
}
