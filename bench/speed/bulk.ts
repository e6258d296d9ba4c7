/** One act on 10,000 relations, and its undoing: the job's own stretches, and the undo as the web asks for it. */
import { sql } from 'kysely';
import type { BulkAct } from '#contract/bulk.ts';
import type { FilterTree } from '#contract/party-filter.ts';
import { getBulk, runBulk, startBulk } from '#services/bulk/bulk.ts';
import { undoChange } from '#services/changes/undo-change.ts';
import type { Context, UserActor } from '#services/context.ts';
import { createField } from '#services/fields/define-fields.ts';
import { type Db, openDatabase } from '#store/database.ts';
import type { Base } from './base.ts';
import { systemContext } from './bench-house.ts';

export interface BulkFigures {
  readonly act: BulkAct['kind'];
  readonly parties: number;
  readonly doneMs: number;
  readonly undoneMs: number;
}

const acts: readonly BulkAct[] = [
  { kind: 'add-tag', tag: 'Meetlabel' },
  { kind: 'add-role', role: 'partner' },
  { kind: 'set-wish', wish: 'when-needed' },
  { kind: 'set-field', field: 'meetveld', value: 'gemeten' },
  { kind: 'remove' },
];
export const manyParties = 10_000;

/** Leaves the house as it found it: what it wrote in the histories is taken out again. */
export async function measureBulk(base: Base, actor: UserActor): Promise<BulkFigures[]> {
  // As the app has it: no statement may take longer than that.
  const db = openDatabase({ url: base.url, statementTimeoutMs: 5_000 });
  const ctx: Context = { ...systemContext(db, () => new Date()), actor };
  try {
    const filter = await findMany(db);
    await createField(
      systemContext(db, () => new Date()),
      { name: 'Meetveld', appliesTo: 'both', type: 'text' },
    );
    const figures: BulkFigures[] = [];
    for (const act of acts) figures.push(await measureAct(ctx, act, filter));
    return figures;
  } finally {
    await db.destroy();
    await tidy(base, actor.userId);
  }
}

/** The closest ten thousand. */
async function findMany(db: Db): Promise<FilterTree> {
  const { rows } = await sql<{ bond: number }>`
    select bond from party_figures order by bond desc offset ${manyParties - 1} limit 1`.execute(db);
  return { all: [{ field: 'bond', op: 'over', value: (rows[0]?.bond ?? 0) * 100 - 1e-9 }] };
}

async function measureAct(ctx: Context, act: BulkAct, filter: FilterTree): Promise<BulkFigures> {
  const begun = performance.now();
  const { id } = await startBulk(ctx, { selection: { list: { filter }, except: [] }, act });
  await runBulk(ctx, { bulkId: id }, new AbortController().signal);
  const doneMs = performance.now() - begun;
  const run = await getBulk(ctx, { bulkId: id });
  if (run.changeId === null) throw new Error(`${act.kind} changed nobody`);
  const between = performance.now();
  const { undone } = await undoChange(ctx, { changeId: run.changeId });
  const undoneMs = performance.now() - between;
  if (undone !== run.changed) throw new Error(`${act.kind}: ${run.changed} were changed and ${undone} put back`);
  return { act: act.kind, parties: undone, doneMs, undoneMs };
}

/** Also when it was broken off half-way. */
async function tidy({ url }: Base, userId: string): Promise<void> {
  const db = openDatabase({ url, statementTimeoutMs: 0 });
  await sql`update parties set deleted_at = null where deleted_at is not null`.execute(db);
  await sql`update parties set contact_wish = null where contact_wish is not null`.execute(db);
  await sql`update parties set roles = array_remove(roles, 'partner') where 'partner' = any(roles)`.execute(db);
  await sql`delete from changes where user_id = ${userId}::uuid`.execute(db);
  await sql`delete from bulk_acts where user_id = ${userId}::uuid`.execute(db);
  await sql`delete from tags where key = 'meetlabel'`.execute(db);
  await sql`delete from field_values v using fields d where d.id = v.field_id and d.key = 'meetveld'`.execute(db);
  await sql`delete from changes c using fields d where d.id = c.record_id and d.key = 'meetveld'`.execute(db);
  await sql`delete from fields where key = 'meetveld'`.execute(db);
  await db.destroy();
}
