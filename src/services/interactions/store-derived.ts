/** Writes what was derived and brings the states of the touched ties up to date, folding or deriving them again. */
import { complaintDueDays } from '#contract/reports.ts';
import type { ModelParameters } from '#engine/parameters.ts';
import { listTiesWithComplaints, rederiveComplaints } from '#store/complaints.ts';
import type { Tx } from '#store/database.ts';
import { deleteDerivedFaults, insertBenefits, upsertFaults } from '#store/derived-rows.ts';
import { insertTieEvents, insertTieEventsUnfolded, lockAndMarkTies, rederiveStates } from '#store/fold-ties.ts';
import { sayLive } from '#store/live.ts';
import { deleteDerived, listTiesOfInteractions } from '#store/ties.ts';
import type { Derived } from './derive-ties.ts';

interface StoreInput {
  /** Of interactions that were not there before. */
  readonly fresh: Derived;
  /** Of interactions that changed or went, and their ids: their ties are derived again from the log. */
  readonly again: Derived;
  readonly againIds: readonly string[];
  readonly parameters: ModelParameters;
  readonly at: Date;
}

export const nothingDerived: Derived = { events: [], benefits: [], faults: [], tieIds: [], complaintTieIds: [] };

/** Answers the ties that were touched. */
export async function storeDerived(tx: Tx, input: StoreInput): Promise<string[]> {
  const { fresh, again, againIds, parameters, at } = input;
  const before = againIds.length > 0 ? await listTiesOfInteractions(tx, againIds) : [];
  const redone = new Set([...before, ...again.tieIds]);
  const touched = [...new Set([...redone, ...fresh.tieIds])];
  await lockAndMarkTies(tx, { tieIds: touched, at });
  if (againIds.length > 0) {
    await deleteDerived(tx, { tieIds: [...redone], interactionIds: againIds });
    await deleteDerivedFaults(tx, { interactionIds: againIds, kept: again.faults });
    await insertTieEventsUnfolded(tx, [...again.events, ...fresh.events.filter((row) => redone.has(row.tieId))]);
    await rederiveStates(tx, [...redone], parameters);
  }
  await insertTieEvents(
    tx,
    redone.size === 0 ? fresh.events : fresh.events.filter((row) => !redone.has(row.tieId)),
    parameters,
  );
  await insertBenefits(tx, [...again.benefits, ...fresh.benefits]);
  await upsertFaults(tx, [...again.faults, ...fresh.faults]);
  const waited = redone.size > 0 ? await listTiesWithComplaints(tx, [...redone]) : [];
  const complaints = new Set([...fresh.complaintTieIds, ...again.complaintTieIds, ...waited]);
  await rederiveComplaints(tx, { tieIds: [...complaints], dueAfterDays: complaintDueDays, at });
  sayLive(tx, { tieIds: touched });
  return touched;
}
