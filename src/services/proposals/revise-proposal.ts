/** A decision taken back: it stands open again. */
import { findProposal, type ProposalRow } from '#store/proposals.ts';
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { setOutcome } from './decide-proposal.ts';

export const proposalReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findProposal(tx, { id: recordId, lock: true });
    return row && isAllowed(ctx.actor, 'use-own', row) ? { outcome: row.outcome } : null;
  },
  async write(ctx, tx, recordId, values) {
    await setOutcome(ctx, tx, recordId, values.outcome as ProposalRow['outcome']);
  },
  async remove() {
    throw new RangeError('a proposal comes from mail and is decided, never made');
  },
  async restore() {
    throw new RangeError('a proposal comes from mail and is decided, never made');
  },
};
