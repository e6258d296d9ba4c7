/** What nearly every use case stands on, in one trip: the firm, the model's parameters and weights in force, the sources. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { FirmRow } from './firm.ts';
import { forget, once } from './once.ts';
import type { SourceRow } from './sources.ts';

export interface Ground {
  /** Undefined before the first run. */
  readonly firm: FirmRow | undefined;
  /** What differs from the shipped defaults, by name. */
  readonly changedParameters: Readonly<Record<string, number>>;
  /** What kinds of benefit weigh that weigh something else than shipped, own kinds among them, by key. */
  readonly changedWeights: Readonly<Record<string, number>>;
  readonly sources: readonly SourceRow[];
}

const key = 'ground';

/** Asked once in a transaction. */
export function readGround(db: Db): Promise<Ground> {
  return once(db, key, () => askGround(db));
}

/** After a write to any of these tables. */
export function forgetGround(db: Db): void {
  forget(db, key);
}

type KeptSource = Omit<SourceRow, 'coveredFrom' | 'coveredUntil'> &
  Record<'coveredFrom' | 'coveredUntil', string | null>;

interface GroundRow {
  readonly firm: FirmRow | null;
  readonly changed: Record<string, number> | null;
  readonly weights: Record<string, number> | null;
  readonly sources: readonly KeptSource[];
}

async function askGround(db: Db): Promise<Ground> {
  const { rows } = await sql<GroundRow>`
    select
      (select json_build_object('name', name, 'timeZone', time_zone, 'defaultCountry', default_country,
        'closures', closures, 'partyId', party_id, 'isDemo', is_demo, 'quarterGoal', quarter_goal) from firm) as firm,
      (select changed from parameter_versions order by valid_from desc, id desc limit 1) as changed,
      (select json_object_agg(key, weight) from benefit_kinds where weight is not null) as weights,
      (select coalesce(json_agg(s order by number), '[]') from (
        select id, number, kind, label, owner_user_id as "ownerUserId", is_private as "isPrivate",
          covered_from as "coveredFrom", covered_until as "coveredUntil", is_live as "isLive"
        from sources order by number limit 1000) s) as sources`.execute(db);
  const [row] = rows;
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  return {
    firm: row?.firm ?? undefined,
    changedParameters: row?.changed ?? {},
    changedWeights: row?.weights ?? {},
    sources: (row?.sources ?? []).map((source) => ({
      ...source,
      coveredFrom: instant(source.coveredFrom),
      coveredUntil: instant(source.coveredUntil),
    })),
  };
}
