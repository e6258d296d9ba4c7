/** Who brought whom, and the contact moments in which that is a benefit to us. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export type IntroductionStep = 'brought' | 'bought';

export interface IntroductionRow {
  readonly relationId: string;
  readonly introducerId: string;
  readonly newcomerId: string;
  /** Where a day is known: of the introduction. */
  readonly fromOn: string | null;
  readonly createdAt: Date;
  /** What was written before, ours or somebody's. */
  readonly brought: { readonly interactionId: string; readonly isOurs: boolean; readonly receiverId: string } | null;
  readonly boughtId: string | null;
  /** The newcomer's first order, or that of the firm they work at; as text: it came as JSON. */
  readonly firstOrderAt: string | null;
}

/** Between two outside; what we do to each other brings nobody. */
export async function listIntroductions(db: Db, relationIds: readonly string[]): Promise<IntroductionRow[]> {
  if (relationIds.length === 0) return [];
  const { rows } = await sql<IntroductionRow>`
    select r.id as "relationId", r.from_party as "introducerId", r.to_party as "newcomerId", r.from_on as "fromOn",
      r.created_at as "createdAt",
      (select json_build_object('interactionId', b.interaction_id, 'isOurs', b.is_ours,
          'receiverId', (select o.id from parties o where o.id = any(i.to_parties) and o.is_own limit 1))
        from introduced_benefits b join interactions i on i.id = b.interaction_id
        where b.relation_id = r.id and b.step = 'brought') as brought,
      (select b.interaction_id from introduced_benefits b where b.relation_id = r.id and b.step = 'bought') as "boughtId",
      (select min(i.happened_at) from (
          select r.to_party as id union all
          select w.to_party from relations w join relation_types k on k.id = w.type_id and k.key = 'works-at'
          where w.from_party = r.to_party and w.until_on is null
        ) buyer join interactions i on i.from_party = buyer.id and i.kind = 'order') as "firstOrderAt"
    from relations r join relation_types k on k.id = r.type_id and k.key = 'introduced'
    join parties a on a.id = r.from_party and not a.is_own join parties b on b.id = r.to_party and not b.is_own
    where r.id = any(${[...relationIds]}::uuid[]) order by r.id`.execute(db);
  return rows;
}

/** Of those who just ordered, and of who works there; and by those who just told of one. */
export async function listTouchedIntroductions(
  db: Db,
  { buyerIds, tellerIds }: { buyerIds: readonly string[]; tellerIds: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from relations r join relation_types k on k.id = r.type_id and k.key = 'introduced'
    where r.from_party = any(${[...tellerIds]}::uuid[]) or r.to_party in (
      select unnest(${[...buyerIds]}::uuid[]) union
      select w.from_party from relations w join relation_types e on e.id = w.type_id and e.key = 'works-at'
      where w.to_party = any(${[...buyerIds]}::uuid[]) and w.until_on is null)
    order by r.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** An introduction or referral by this party to one of us that somebody wrote down around then, and that is no other's. */
export async function findWrittenIntroduction(
  db: Db,
  find: { introducerId: string; fromMs: number; untilMs: number },
): Promise<{ interactionId: string; receiverId: string } | undefined> {
  const { rows } = await sql<{ interactionId: string; receiverId: string }>`
    select g.interaction_id as "interactionId", o.id as "receiverId"
    from ties t join benefits g on g.tie_id = t.id
    join parties o on o.is_own and o.id = case when g.direction = 0 then t.party_b else t.party_a end
    where ${find.introducerId}::uuid in (t.party_a, t.party_b)
      and (g.direction = 0) = (t.party_a = ${find.introducerId}::uuid)
      and g.kind in ('introduction', 'referral') and g.at_ms between ${find.fromMs} and ${find.untilMs}
      and not exists (select from introduced_benefits b where b.interaction_id = g.interaction_id)
      and not exists (select from interactions i join sources s on s.number = i.source_number
        where i.id = g.interaction_id and s.kind = 'introductions')
    order by g.at_ms desc, g.interaction_id limit 1`.execute(db);
  return rows[0];
}

export async function putIntroducedBenefit(
  tx: Tx,
  row: { relationId: string; step: IntroductionStep; interactionId: string; newcomerId: string; isOurs: boolean },
): Promise<void> {
  await sql`
    insert into introduced_benefits (relation_id, step, interaction_id, newcomer_id, is_ours)
    values (${row.relationId}, ${row.step}, ${row.interactionId}, ${row.newcomerId}, ${row.isOurs})
    on conflict (relation_id, step) do update set interaction_id = excluded.interaction_id, is_ours = excluded.is_ours`.execute(
    tx,
  );
}

/** That they bought, of those of whom no order is left. */
export async function listUnbought(db: Db, buyerIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select n.interaction_id as id from introduced_benefits n
    where n.step = 'bought' and n.is_ours and n.newcomer_id in (
        select unnest(${[...buyerIds]}::uuid[]) union
        select w.from_party from relations w join relation_types k on k.id = w.type_id and k.key = 'works-at'
        where w.to_party = any(${[...buyerIds]}::uuid[]))
      and not exists (select from interactions i where i.kind = 'order' and i.from_party in (
        select n.newcomer_id union all
        select w.to_party from relations w join relation_types k on k.id = w.type_id and k.key = 'works-at'
        where w.from_party = n.newcomer_id and w.until_on is null))`.execute(db);
  return rows.map(({ id }) => id);
}

/** What was written by itself for this link. */
export async function listOwnIntroducedBenefits(db: Db, find: { relationId: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select interaction_id as id from introduced_benefits
    where relation_id = ${find.relationId} and is_ours order by step`.execute(db);
  return rows.map(({ id }) => id);
}
