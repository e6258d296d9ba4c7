/** Everything a reading needs beside the folded state, for many ties in one statement. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { YearlyClosure } from './firm.ts';

export interface TieSide {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'organisation';
  readonly isOwn: boolean;
  readonly wish: 'gladly' | 'when-needed' | 'rather-not' | null;
  readonly closures: readonly YearlyClosure[];
  readonly personalFoundation: boolean;
  readonly isPrivate: boolean;
}

export interface TieContextRow {
  readonly id: string;
  readonly a: TieSide;
  readonly b: TieSide;
  readonly promises: readonly {
    readonly kind: 'promise' | 'answer' | 'complaint';
    readonly owedBy: 0 | 1;
    readonly dueMs: number;
    readonly settledMs: number | null;
  }[];
  readonly faults: readonly {
    readonly bySide: 0 | 1;
    readonly atMs: number;
    readonly madeGoodMs: number | null;
    readonly weight: number;
    readonly facet: number;
  }[];
  readonly corrections: readonly {
    readonly block: 'trust' | 'reciprocity' | 'intensity' | 'time' | null;
    readonly value: number | null;
    readonly mutedCode: string | null;
    readonly atMs: number;
  }[];
}

const side = (alias: string) =>
  sql.raw(`json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'kind', ${alias}.kind, 'isOwn', ${alias}.is_own,
    'wish', ${alias}.contact_wish, 'closures', ${alias}.closures, 'personalFoundation', ${alias}.personal_foundation,
    'isPrivate', ${alias}.visibility = 'private')`);

const epochMs = (column: string) => sql.raw(`extract(epoch from ${column}) * 1000`);

/** A promise read in one user's private mail is no one's figure. */
export async function listTieContexts(db: Db, tieIds: readonly string[]): Promise<TieContextRow[]> {
  const { rows } = await sql<TieContextRow>`
    select t.id, ${side('a')} as a, ${side('b')} as b,
      coalesce((select json_agg(json_build_object('kind', kind, 'owedBy', owed_by,
        'dueMs', ${epochMs('due_at')}, 'settledMs', ${epochMs('settled_at')}))
        from promises where tie_id = t.id and private_to is null and outcome is distinct from 'withdrawn'), '[]') as promises,
      coalesce((select json_agg(json_build_object('bySide', by_side, 'atMs', ${epochMs('at')},
        'madeGoodMs', ${epochMs('made_good_at')}, 'weight', weight, 'facet', facet))
        from faults where tie_id = t.id), '[]') as faults,
      coalesce((select json_agg(json_build_object('block', block, 'value', value, 'mutedCode', muted_code,
        'atMs', ${epochMs('at')}) order by at, id)
        from corrections where tie_id = t.id and withdrawn_at is null), '[]') as corrections
    from ties t join parties a on a.id = t.party_a join parties b on b.id = t.party_b
    where t.id = any(${[...tieIds]}::uuid[])`.execute(db);
  return rows;
}
