/** One own field of a stretch of relations: read, held against what it becomes, written and noted; a few statements in all. */
import { v7 as uuidv7 } from 'uuid';
import type { FieldInput } from '#contract/party-facts.ts';
import { type BulkParty, lockBulkParties, writeBulkParties } from '#store/bulk-own-fields.ts';
import { insertChanges } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { type FieldValue, type FieldValueWriting, writeFieldValues } from '#store/field-values.ts';
import { type FieldRow, listFields } from '#store/fields.ts';
import { isSameValue } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { readValue, writtenValue } from '../fields/read-field-values.ts';
import { searchTextOf } from '../parties/names.ts';
import { listOwnWords } from '../parties/own-words.ts';
import { stampOf } from './stamp.ts';

export interface Setting {
  readonly partyId: string;
  readonly value: FieldInput;
  /** Of an undo: only where it still is so, and the change that is put back. */
  readonly undoing?: { readonly was: unknown; readonly changeId: string };
}

interface Step {
  readonly party: BulkParty;
  readonly before: FieldInput;
  readonly after: FieldInput;
  readonly value: FieldValue | null;
  readonly undoes: string | null;
}

/** Answers how many were changed. A field that is gone, or is not for them, changes nobody. */
export async function setOwnField(
  ctx: Context,
  tx: Tx,
  { key, settings }: { key: string; settings: readonly Setting[] },
): Promise<number> {
  const fields = new Map((await listFields(tx)).map((field) => [field.key, field]));
  const field = fields.get(key);
  if (!field || field.archivedAt !== null) return 0;
  const stamp = stampOf(ctx);
  const settingOf = new Map(settings.map((setting) => [setting.partyId, setting]));
  const parties = await lockBulkParties(tx, { partyIds: [...settingOf.keys()], viewer: stamp.viewer });
  const steps = parties.flatMap((party) => {
    const setting = settingOf.get(party.id);
    const step = setting && stepOf(field, party, setting);
    return step ? [step] : [];
  });
  if (steps.length === 0) return 0;
  await writeFieldValues(
    tx,
    steps.map(({ party, value }): FieldValueWriting => ({ fieldId: field.id, partyId: party.id, value })),
  );
  const rows = steps.map((step) => ({ id: step.party.id, searchText: searchTextAfter(fields, key, step) }));
  const versions = await writeBulkParties(tx, rows, stamp);
  const { userId, origin, batchId, at } = stamp;
  await insertChanges(
    tx,
    steps.map(({ party, before, after, undoes }) => ({
      ...{ id: uuidv7(), noun: 'party', recordId: party.id, partyId: party.id, act: 'update' as const },
      ...{ label: party.name, before: { [`fields.${key}`]: before }, after: { [`fields.${key}`]: after } },
      ...{ version: versions.get(party.id) ?? null, userId, origin, batchId, at, undoes, privateTo: null },
    })),
  );
  return steps.length;
}

function stepOf(field: FieldRow, party: BulkParty, { value: written, undoing }: Setting): Step | null {
  if (field.appliesTo !== 'both' && field.appliesTo !== party.kind) return null;
  const known = party.fieldValues.find(({ key }) => key === field.key);
  const before = known ? writtenValue(known) : null;
  if (undoing && !isSameValue(before, undoing.was)) return null;
  const value = written === null || written === '' ? null : readValue(field, written);
  if (typeof value === 'string') return null;
  const after = value && writtenValue({ ...value, key: field.key, type: field.type });
  if (isSameValue(before, after)) return null;
  return { party, before, after, value, undoes: undoing?.changeId ?? null };
}

function searchTextAfter(fields: ReadonlyMap<string, FieldRow>, key: string, { party, value }: Step): string {
  const values = new Map<string, FieldValue | null>(party.fieldValues.map((known) => [known.key, known]));
  const words = listOwnWords(fields, values.set(key, value));
  return searchTextOf({ name: party.name, identities: party.identities, words });
}
