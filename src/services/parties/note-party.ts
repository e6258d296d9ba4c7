/** What the history of a relation keeps of each change to it. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { PartyRecordRow } from '#store/parties.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

/** The fields that people write, by the names of the contract. */
export function partyFieldsOf(row: PartyRecordRow): FieldValues {
  return {
    name: row.name,
    givenName: row.givenName,
    familyName: row.familyName,
    jobTitle: row.jobTitle,
    birthday: row.birthday,
    note: row.note,
    addresses: row.addresses,
    roles: row.roles,
    contactWish: row.contactWish,
    closures: row.closures,
    personalFoundation: row.personalFoundation,
    identities: row.identities.map(({ kind, value, label }) => ({ kind, value, label })),
  };
}

interface NotedParty {
  readonly act: ChangeAct;
  /** As it was before an update. */
  readonly was?: PartyRecordRow;
  /** As it is (for a removal: as it was until now). */
  readonly now: PartyRecordRow;
}

export async function noteParty(ctx: Context, tx: Tx, { act, was, now }: NotedParty): Promise<void> {
  const fields = partyFieldsOf(now);
  const sides = act === 'update' && was ? { before: partyFieldsOf(was), after: fields } : {};
  const { id: recordId, name: label, version } = now;
  await noteChange(ctx, tx, { noun: 'party', recordId, partyId: recordId, act, label, version, ...sides });
}
