/** Each bulk act on relations as one statement, and each put back as one. */
import { type RawBuilder, sql } from 'kysely';
import {
  type BulkStamp,
  type BulkTarget,
  changeManyParties,
  groupsNow,
  rolesNow,
  setRoles,
  setWish,
  tagsNow,
  wishNow,
  writeGroups,
  writeTags,
} from './bulk-parties.ts';
import type { Tx } from './database.ts';

export type BulkEdit =
  | { readonly field: 'roles' | 'tags' | 'groups'; readonly add: string }
  | { readonly field: 'roles' | 'tags' | 'groups'; readonly remove: string }
  | { readonly field: 'contactWish'; readonly value: string | null };

interface Bulk {
  readonly target: BulkTarget;
  readonly stamp: BulkStamp;
}

/** How each field is kept: read as jsonb, written from `t.becomes`. */
function kept(field: BulkEdit['field'], at: Date) {
  if (field === 'roles') return { was: rolesNow, set: setRoles(at) };
  if (field === 'contactWish') return { was: wishNow, set: setWish };
  return field === 'tags' ? { was: tagsNow, beside: writeTags() } : { was: groupsNow, beside: writeGroups(at) };
}

/** Names stand in the order of their keys, roles in the order they were given. */
const orders = { roles: '', tags: 'tags', groups: 'groups' } as const;

function added(field: 'roles' | 'tags' | 'groups', name: string): RawBuilder<unknown> {
  if (field === 'roles') return sql`t.was || to_jsonb(${name}::text)`;
  return sql`to_jsonb(array(select g.name from ${sql.raw(orders[field])} g
    where g.deleted_at is null and (t.was || to_jsonb(${name}::text)) ? g.name order by g.key))`;
}

export async function editManyParties(tx: Tx, { target, stamp }: Bulk, edit: BulkEdit): Promise<string[]> {
  const { field } = edit;
  const parts = kept(field, stamp.at);
  // A private relation is one colleague's own word; no act on hundreds takes that back or adds to it.
  const mayBe = field === 'roles' ? sql`p.visibility = 'firm'` : sql`true`;
  const change = { act: 'update' as const, field, ...parts };
  if ('value' in edit) {
    const where = sql`p.contact_wish is distinct from ${edit.value}`;
    const becomes = sql`coalesce(to_jsonb(${edit.value}::text), 'null'::jsonb)`;
    return changeManyParties(tx, { target, stamp, change: { ...change, becomes, where } });
  }
  const name = 'add' in edit ? edit.add : edit.remove;
  const has = sql`${parts.was} ? ${name}`;
  const where = sql`${mayBe} and ${'add' in edit ? sql`not (${has})` : has}`;
  const becomes = 'add' in edit ? added(edit.field, name) : sql`t.was - ${name}::text`;
  return changeManyParties(tx, { target, stamp, change: { ...change, becomes, where } });
}

export async function binManyParties(tx: Tx, { target, stamp }: Bulk): Promise<string[]> {
  const change = {
    act: 'remove' as const,
    was: sql`null::jsonb`,
    becomes: sql`null::jsonb`,
    where: sql`true`,
    set: sql`deleted_at = ${stamp.at}`,
  };
  return changeManyParties(tx, { target, stamp, change });
}

export async function unbinManyParties(tx: Tx, { target, stamp }: Bulk): Promise<string[]> {
  const change = {
    act: 'restore' as const,
    was: sql`null::jsonb`,
    becomes: sql`null::jsonb`,
    where: sql`true`,
    set: sql`deleted_at = null`,
  };
  return changeManyParties(tx, { target, stamp, change });
}

/** Back to how each was before the change it undoes; who was changed again since stays so. */
export async function revertManyParties(tx: Tx, { target, stamp }: Bulk, field: BulkEdit['field']): Promise<string[]> {
  const parts = kept(field, stamp.at);
  const change = {
    act: 'update' as const,
    field,
    ...parts,
    where: sql`c.after -> ${field}::text = ${parts.was}`,
    becomes: sql`c.before -> ${field}::text`,
  };
  return changeManyParties(tx, { target, stamp, change });
}

/** The tag or group of this name, as it is written. */
export async function findNameByKey(tx: Tx, table: 'tags' | 'groups', key: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.raw(table)} where key = ${key} and deleted_at is null`.execute(tx);
  return rows[0]?.name ?? null;
}
