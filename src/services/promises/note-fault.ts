/** What the history of a relation keeps of each change to a fault of ours. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { FaultRow } from '#store/promises.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

export function faultFieldsOf(row: FaultRow): FieldValues {
  return {
    tieId: row.tieId,
    bySide: row.bySide,
    facet: row.facet,
    what: row.what,
    at: row.at.toISOString(),
    why: row.why,
    toldAt: row.toldAt?.toISOString() ?? null,
    madeGoodAt: row.madeGoodAt?.toISOString() ?? null,
    madeGoodHow: row.madeGoodHow,
  };
}

interface NotedFault {
  readonly act: ChangeAct;
  readonly was?: FaultRow;
  readonly now?: FaultRow;
}

export async function noteFault(ctx: Context, tx: Tx, { act, was, now }: NotedFault): Promise<void> {
  const row = now ?? was;
  if (!row) return;
  await noteChange(ctx, tx, {
    ...{ noun: 'fault', recordId: row.id, partyId: row.partyId, act, label: row.what.slice(0, 200) },
    ...(was && { before: faultFieldsOf(was) }),
    ...(now && { after: faultFieldsOf(now) }),
    version: row.version,
  });
}
