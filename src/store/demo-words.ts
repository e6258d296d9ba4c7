/** Own fields, tags and groups of the demo firm. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';

export async function forgetChanges(tx: Tx, batchId: string): Promise<void> {
  await sql`delete from changes where batch_id = ${batchId}`.execute(tx);
}

/** Those that nobody has taken into use. */
export async function deleteDemoWords(tx: Tx, ids: readonly string[]): Promise<void> {
  const given = sql`any(${[...ids]}::uuid[])`;
  await sql`
    delete from fields d where d.id = ${given} and not exists (select from field_values v where v.field_id = d.id)`.execute(
    tx,
  );
  await sql`
    delete from tags t where t.id = ${given} and not exists (select from party_tags o where o.tag_id = t.id)`.execute(
    tx,
  );
  await sql`
    delete from groups g
    where g.id = ${given} and not exists (select from group_members o where o.group_id = g.id)`.execute(tx);
}

/** Those that never came up in a life of their own. */
export async function deleteUnusedHouseRules(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    delete from house_rules r where r.id = any(${[...ids]}::uuid[]) and not exists (
      select from house_rule_cases c where c.rule_id = r.id)`.execute(tx);
}
