/** Yes or no: one act, undone in one go. A second answer finds it decided. */
import { v7 as uuidv7 } from 'uuid';
import { findChangeOfBatch } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { findProposal, type ProposalRow, setProposalOutcome } from '#store/proposals.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { AppError } from '../app-error.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { acceptProposed } from './accept-proposed.ts';

interface Decided {
  readonly done: true;
  readonly changeId: string;
}

export async function acceptProposal(ctx: Context, input: { proposalId: string; dueOn?: string }): Promise<Decided> {
  return decide(ctx, input.proposalId, {
    outcome: 'accepted',
    work: (within, row) => acceptProposed(within, row, { dueOn: input.dueOn ?? null }),
  });
}

export async function dismissProposal(ctx: Context, input: { proposalId: string }): Promise<Decided> {
  return decide(ctx, input.proposalId, { outcome: 'dismissed', work: async () => undefined });
}

interface Decision {
  readonly outcome: 'accepted' | 'dismissed';
  readonly work: (ctx: Context, row: ProposalRow) => Promise<void>;
}

async function decide(ctx: Context, id: string, { outcome, work }: Decision): Promise<Decided> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'use-own', await findProposal(tx, { id, lock: true }));
    if (row.outcome !== null) throw new AppError('conflict');
    const batchId = ctx.batchId ?? uuidv7();
    const within: Context = { ...ctx, db: tx, batchId };
    await work(within, row);
    await setProposalOutcome(tx, row, { outcome, at: ctx.now() });
    await noteProposal(within, tx, { row, outcome });
    const changeId = await findChangeOfBatch(tx, batchId);
    if (changeId === undefined) throw new Error('what was decided was not noted');
    return { done: true as const, changeId };
  });
}

/** Back to undecided, or decided once more, without what was written then: that has changes of its own. */
export async function setOutcome(ctx: Context, tx: Tx, id: string, outcome: ProposalRow['outcome']): Promise<void> {
  const row = allow(ctx.actor, 'use-own', await findProposal(tx, { id, lock: true }));
  await setProposalOutcome(tx, row, { outcome, at: ctx.now() });
  await noteProposal(ctx, tx, { row, outcome });
}

async function noteProposal(
  ctx: Context,
  tx: Tx,
  { row, outcome }: { row: ProposalRow; outcome: ProposalRow['outcome'] },
): Promise<void> {
  const { id: recordId, partyId, ownerUserId: privateTo } = row;
  const sides = { before: { outcome: row.outcome }, after: { outcome } };
  const label = row.text.slice(0, 200);
  await noteChange(ctx, tx, { noun: 'proposal', recordId, partyId, act: 'update', label, privateTo, ...sides });
}
