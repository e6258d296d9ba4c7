/** What the demo firm's relations answered, as their answers came in then: the event of the tie, and the reason it named. */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import { writeAnswerStatements } from '#store/foundation-statements.ts';
import { insertSurvey, type SurveyRow } from '#store/surveys.ts';
import { allow, userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { ingestAnswerEvent } from '../surveys/keep-survey.ts';
import type { DemoHouse } from './demo-house.ts';

export interface DemoAnswer {
  readonly party: string;
  readonly colleague: string;
  readonly way: 'link' | 'in-person';
  readonly answer: SurveyRow['answer'];
  readonly marks?: SurveyRow['marks'];
  readonly reasons: readonly ('brand' | 'price' | 'personal')[];
  readonly words: string | null;
  readonly atMs: number;
}

/** So long before the answer they were asked. */
const askedBeforeMs = 2 * 86_400_000;

/** Before the figures: what follows from it is read with all the rest. */
export async function writeDemoSurveys(
  ctx: Context & { db: Tx },
  house: DemoHouse,
  { answers, sourceNumber }: { answers: readonly DemoAnswer[]; sourceNumber: number },
): Promise<void> {
  const askedBy = userOf(ctx.actor);
  allow(ctx.actor, 'govern', await getFirm(ctx.db));
  for (const { party, colleague, way, answer, marks = null, reasons, words, atMs } of answers) {
    const answeredAt = new Date(atMs);
    const [id, partyId] = [uuidv7(), house.idOf(party)];
    const asked = { colleagueId: house.idOf(colleague), askedBy, askedAt: new Date(atMs - askedBeforeMs) };
    const kind = marks ? ('four' as const) : ('missing' as const);
    const row = { id, kind, way, partyId, ...asked, answeredAt, answer, marks, words, reasons };
    await insertSurvey(ctx.db, row);
    await ingestAnswerEvent(ctx, ctx.db, { row, sourceNumber, importId: house.importId });
    const said = { surveyId: id, partyId, reasons, ids: reasons.map(() => uuidv7()), words, ground: 'survey' as const };
    const authorId = way === 'in-person' ? askedBy : null;
    await writeAnswerStatements(ctx.db, { ...said, saidAt: answeredAt, authorId, at: answeredAt });
  }
}
