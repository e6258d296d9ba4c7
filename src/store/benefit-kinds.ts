/** Kinds of benefit: the shipped ones, worded by messages, and those that people made; each weight dated. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import type { FirmRow } from './firm.ts';
import { forgetGround, readGround } from './ground.ts';

export interface BenefitKindRow {
  readonly id: string;
  readonly key: string;
  readonly name: string | null;
  /** Null: what it was shipped with. */
  readonly weight: number | null;
  readonly ground: string | null;
  readonly isShipped: boolean;
  readonly isRemoved: boolean;
  readonly version: number;
  /** Since when it weighs this, where somebody decided so. */
  readonly since: Date | null;
  readonly by: string | null;
}

/** What kinds weigh that weigh something else than shipped, own ones among them. */
export async function findChangedWeights(db: Db): Promise<Readonly<Record<string, number>>> {
  return (await readGround(db)).changedWeights;
}

const columns = sql.raw(`k.id, k.key, k.name, k.weight, k.ground, k.is_shipped as "isShipped", k.version,
  k.removed_at is not null as "isRemoved", v.valid_from as since, u.name as by`);
const from = sql.raw(`benefit_kinds k
  left join lateral (select valid_from, author_id from benefit_weight_versions v where v.kind_id = k.id
    order by valid_from desc, id desc limit 1) v on true
  left join users u on u.id = v.author_id`);

export async function listBenefitKinds(db: Db): Promise<BenefitKindRow[]> {
  return select(db, sql`k.removed_at is null`);
}

export async function findBenefitKind(db: Db, id: string): Promise<BenefitKindRow | undefined> {
  const [row] = await select(db, sql`k.id = ${id}::uuid`);
  return row;
}

async function select(db: Db, condition: RawBuilder<unknown>): Promise<BenefitKindRow[]> {
  const { rows } = await sql<BenefitKindRow>`
    select ${columns} from ${from} where ${condition} order by k.is_shipped desc, k.id`.execute(db);
  return rows;
}

type KindFields = Pick<BenefitKindRow, 'name' | 'weight' | 'ground'>;

/** The firm's row stands for the right to govern it. */
export async function insertBenefitKind(
  tx: Tx,
  _firm: Allowed<FirmRow>,
  row: KindFields & { id: string; key: string; at: Date },
): Promise<void> {
  await sql`
    insert into benefit_kinds (id, key, name, weight, ground, created_at)
    values (${row.id}, ${row.key}, ${row.name}, ${row.weight}, ${row.ground}, ${row.at})`.execute(tx);
  forgetGround(tx);
}

export async function updateBenefitKind(
  tx: Tx,
  _firm: Allowed<FirmRow>,
  row: KindFields & { id: string },
): Promise<void> {
  await sql`
    update benefit_kinds set name = ${row.name}, weight = ${row.weight}, ground = ${row.ground}, version = version + 1
    where id = ${row.id}`.execute(tx);
  forgetGround(tx);
}

/** No longer offered; what was given of it keeps its weight. */
export async function setBenefitKindRemoved(
  tx: Tx,
  _firm: Allowed<FirmRow>,
  change: { id: string; at: Date | null },
): Promise<void> {
  await sql`update benefit_kinds set removed_at = ${change.at}, version = version + 1 where id = ${change.id}`.execute(
    tx,
  );
}

export async function insertWeightVersion(
  tx: Tx,
  version: { id: string; kindId: string; weight: number | null; authorId: string | null; validFrom: Date },
): Promise<void> {
  await sql`
    insert into benefit_weight_versions (id, kind_id, weight, author_id, valid_from)
    values (${version.id}, ${version.kindId}, ${version.weight}, ${version.authorId}, ${version.validFrom})`.execute(
    tx,
  );
}

/** The ties in which something of this kind was given, in the order of their ids. */
export async function listTiesWithBenefit(
  db: Db,
  find: { kind: string; after: string; most: number },
): Promise<string[]> {
  const { rows } = await sql<{ tieId: string }>`
    select distinct tie_id as "tieId" from benefits where kind = ${find.kind} and tie_id > ${find.after}::uuid
    order by tie_id limit ${find.most}`.execute(db);
  return rows.map(({ tieId }) => tieId);
}

export async function listInteractionsWithBenefit(
  db: Db,
  find: { kind: string; tieIds: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct interaction_id as id from benefits
    where tie_id = any(${[...find.tieIds]}::uuid[]) and kind = ${find.kind} order by interaction_id`.execute(db);
  return rows.map(({ id }) => id);
}
