/** Who asked not to be asked: said on the page of a survey or to one of us; in the history, and taken back like anything else. */
import type { Tx } from '#store/database.ts';
import { findParty } from '#store/parties.ts';
import { findSurveyRefusal, writeSurveyRefusal } from '#store/survey-refusals.ts';
import { transact } from '#store/transact.ts';
import { allow, isAllowed } from '../allow.ts';
import { notFound } from '../app-error.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Reviser } from '../changes/reviser.ts';
import type { Context } from '../context.ts';

interface Refusal {
  readonly isRefused: boolean;
}

export async function setSurveyRefusal(ctx: Context, input: Refusal & { partyId: string }): Promise<Refusal> {
  return transact(ctx.db, async (tx) => {
    const party = allow(ctx.actor, 'edit', await findParty(tx, input.partyId, { lock: true }));
    if (party.deletedAt !== null) throw notFound();
    await changeRefusal(ctx, tx, { partyId: party.id, label: party.name, at: input.isRefused ? ctx.now() : null });
    return { isRefused: input.isRefused };
  });
}

/** Somebody said so on the page of a survey, which they alone have. */
export async function refuseQuestions(
  ctx: Context,
  tx: Tx,
  { partyId, partyName }: { partyId: string; partyName: string },
): Promise<void> {
  await changeRefusal(ctx, tx, { partyId, label: partyName, at: ctx.now() });
}

/** Who may do so was asked before. */
async function changeRefusal(
  ctx: Context,
  tx: Tx,
  { partyId, label, at }: { partyId: string; label: string; at: Date | null },
): Promise<void> {
  const was = await findSurveyRefusal(tx, partyId);
  if ((was === null) === (at === null)) return;
  await writeSurveyRefusal(tx, allow(ctx.actor, 'edit', { partyId, visibleTo: null }), at);
  await noteChange(ctx, tx, {
    ...{ noun: 'survey-refusal', recordId: partyId, partyId, act: 'update', label },
    ...{ before: { isNotToAsk: was !== null }, after: { isNotToAsk: at !== null } },
  });
}

export const surveyRefusalReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const party = await findParty(tx, recordId, { lock: true });
    if (!party || !isAllowed(ctx.actor, 'edit', party)) return null;
    return { isNotToAsk: (await findSurveyRefusal(tx, recordId)) !== null };
  },
  async write(ctx, _tx, recordId, values) {
    await setSurveyRefusal(ctx, { partyId: recordId, isRefused: values.isNotToAsk === true });
  },
  async remove(ctx, _tx, recordId) {
    await setSurveyRefusal(ctx, { partyId: recordId, isRefused: false });
  },
  async restore(ctx, _tx, recordId) {
    await setSurveyRefusal(ctx, { partyId: recordId, isRefused: true });
  },
};
