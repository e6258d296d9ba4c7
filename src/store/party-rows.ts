/** Rows of the list of relations, as one viewer may see them. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { planOnce } from './named-client.ts';
import { compileCondition, type PartyCondition } from './party-conditions.ts';

export interface PartyRowFigures {
  readonly asOfMs: number;
  readonly bond: number;
  readonly trust: number;
  readonly reciprocity: number;
  readonly intensity: number;
  readonly time: number;
  readonly knowledge: string;
  readonly weakest: string | null;
  readonly status: string;
  readonly alarm: string;
  readonly alarmSilencedBy: string | null;
  readonly potential: number;
  readonly givingOurs: number;
  readonly givingTheirs: number;
  readonly pressure: number;
  readonly gapDays: number | null;
  readonly lastAt: string | null;
  readonly quietAt: string | null;
  readonly goneAt: string | null;
  readonly trend: number;
  readonly sparkline: readonly number[];
  readonly strongestTie: string | null;
  readonly dependency: number | null;
  readonly dependencyOn: string | null;
  readonly contactCount: number;
}

export interface PartyListRow {
  readonly id: string;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  /** What its list was sorted on, as text: where the next page goes on. */
  readonly sortKey: string;
  readonly context: string | null;
  readonly roles: readonly string[];
  readonly isPrivate: boolean;
  readonly contactWish: string | null;
  readonly version: number;
  readonly figures: PartyRowFigures | null;
}

export type PartySort = 'bond' | 'name' | 'last' | 'trend' | 'quiet' | 'created' | 'foundation';

export interface PartyFilter {
  readonly kind?: string | undefined;
  readonly role?: string | undefined;
  /** The condition itself speaks of who is to be ignored. */
  readonly asksIgnored?: boolean | undefined;
  readonly status?: string | undefined;
  readonly alarm?: string | undefined;
  readonly weakest?: string | undefined;
  /** Hangs on one colleague for more than this. */
  readonly dependencyOn?: string | undefined;
  /** Anything else that is asked of them. */
  readonly condition?: PartyCondition | undefined;
}

/** Null = the house itself, which sees no private party. */
export type Viewer = string | null;

/** True for parties that this viewer may see at all. */
export function isVisibleTo(viewer: Viewer, party: string): RawBuilder<boolean> {
  const p = sql.raw(party);
  return sql`(${p}.visibility = 'firm' or exists (
    select from private_parties v where v.party_id = ${p}.id and v.user_id = ${viewer}::uuid))`;
}

const figureFields = sql.raw(
  `'asOfMs', f.as_of_ms, 'bond', f.bond, 'trust', f.trust, 'reciprocity', f.reciprocity, 'intensity', f.intensity,
  'time', f.time, 'knowledge', f.knowledge, 'weakest', f.weakest, 'status', f.status, 'alarm', f.alarm,
  'alarmSilencedBy', f.alarm_silenced_by, 'potential', f.potential, 'givingOurs', f.giving_ours,
  'givingTheirs', f.giving_theirs, 'pressure', f.pressure, 'gapDays', f.gap_days, 'lastAt', f.last_at,
  'quietAt', f.quiet_at, 'goneAt', f.gone_at, 'trend', f.trend, 'sparkline', f.sparkline,
  'strongestTie', f.strongest_tie, 'dependency', f.dependency, 'dependencyOn', f.dependency_on,
  'contactCount', f.contact_count`,
);

/** Of somebody whom several colleagues know privately each sees the own tie alone, never what the others add to it. */
const ownFields = sql.raw(
  `'asOfMs', g.as_of_ms, 'bond', g.bond, 'trust', g.trust, 'reciprocity', g.reciprocity, 'intensity', g.intensity,
  'time', g.time, 'knowledge', g.knowledge, 'weakest', g.weakest, 'status', g.status, 'alarm', g.alarm,
  'alarmSilencedBy', g.alarm_silenced_by, 'potential', g.potential,
  'givingOurs', case when u.party_id = t.party_a then g.giving_ab else g.giving_ba end,
  'givingTheirs', case when u.party_id = t.party_a then g.giving_ba else g.giving_ab end, 'pressure', g.pressure,
  'gapDays', case when g.known_gaps > 0 then g.gap_days end, 'lastAt', g.last_at, 'quietAt', g.quiet_at,
  'goneAt', g.gone_at, 'trend', g.trend, 'sparkline', '{}'::int[], 'strongestTie', t.id, 'dependency', null,
  'dependencyOn', null, 'contactCount', (select sum(s.contact_count) from tie_states s where s.tie_id = t.id)`,
);

/** Dresses party ids given by a relation `picked(id, place, sort_key)`: only the page itself is looked up. */
export function dress(viewer: Viewer, picked: RawBuilder<unknown>): RawBuilder<PartyListRow> {
  return sql<PartyListRow>`
    with picked as materialized (${picked})
    select p.id, p.kind, p.name, coalesce(employer.name, mail.value) as context, p.roles,
      p.visibility = 'private' as "isPrivate", p.contact_wish as "contactWish", p.version,
      picked.sort_key as "sortKey",
      case when known.by_others then own.figures
        when f.party_id is not null then json_build_object(${figureFields}) end as figures
    from picked join parties p on p.id = picked.id
    left join party_figures f on f.party_id = p.id
    left join lateral (
      select true as by_others from private_parties v
      where p.visibility = 'private' and v.party_id = p.id and v.user_id <> ${viewer}::uuid limit 1
    ) known on true
    left join lateral (
      select json_build_object(${ownFields}) as figures from users u
      join ties t on t.party_a = least(u.party_id, p.id) and t.party_b = greatest(u.party_id, p.id)
      join tie_figures g on g.tie_id = t.id
      where known.by_others and u.id = ${viewer}::uuid
    ) own on true
    left join lateral (
      select o.name from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
      join parties o on o.id = r.to_party
      where r.from_party = p.id and r.until_on is null and o.deleted_at is null and ${isVisibleTo(viewer, 'o')} limit 1
    ) employer on p.kind = 'person'
    left join lateral (
      select value from identities i where i.party_id = p.id and i.kind = 'mail' order by is_primary desc, created_at limit 1
    ) mail on employer.name is null
    order by picked.place`;
}

export async function listPartyRows(
  db: Db,
  ids: readonly string[],
  viewer: Viewer,
): Promise<Map<string, PartyListRow>> {
  const { rows } = await dress(
    viewer,
    sql`${sql.raw(planOnce)} select id, place, '' as sort_key from unnest(${[...ids]}::uuid[]) with ordinality as given(id, place)`,
  ).execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What every list leaves out: the bin, ourselves, whom this viewer may not see, and who stands folded away. */
export function isListed({ viewer, filter }: { viewer: Viewer; filter: PartyFilter }): RawBuilder<unknown> {
  return sql`p.deleted_at is null and not p.is_own and not p.is_folded and ${isVisibleTo(viewer, 'p')} ${filterRoles(filter)}`;
}

/** Who is to be ignored shows only when asked for. */
export function filterRoles(filter: PartyFilter): RawBuilder<unknown> {
  const hidden = filter.asksIgnored ? sql`` : sql`and not 'ignore' = any(p.roles)`;
  const role = filter.role === undefined ? hidden : sql`and ${filter.role} = any(p.roles)`;
  return filter.kind === undefined ? role : sql`${role} and p.kind = ${filter.kind}`;
}

export function filterFigures(filter: PartyFilter): RawBuilder<unknown> {
  const { status, alarm, weakest, dependencyOn, condition } = filter;
  const parts = [
    status === undefined ? null : sql`and f.status = ${status}`,
    alarm === undefined ? null : sql`and f.alarm = ${alarm}`,
    weakest === undefined ? null : sql`and f.weakest = ${weakest}`,
    dependencyOn === undefined ? null : sql`and f.dependency_on = ${dependencyOn}::uuid and f.dependency > 0.5`,
    condition === undefined ? null : sql`and ${compileCondition(condition)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? sql`` : sql.join(parts, sql` `);
}
