/** The relations a blow may touch, a stretch at a time, each with what the engine needs to know of it. */
import { readFoundation } from '#engine/foundation.ts';
import { computeNoisyOr } from '#engine/organisation.ts';
import type { ShockedTie } from '#engine/shock.ts';
import type { ShockStrand } from '#engine/shock-people.ts';
import type { Db } from '#store/database.ts';
import { listShockStrands, type ShockStrandRow } from '#store/shock-strands.ts';
import { listShockedParties, type ShockedPartyRow, type ShockScope } from '#store/shocked-parties.ts';
import { readFirmPrior } from '../foundations/list-foundations.ts';

export interface Shocked {
  readonly partyId: string;
  readonly tie: ShockedTie;
  readonly n: number;
  readonly ground: NonNullable<ShockedPartyRow['ground']>;
  readonly isGone: boolean;
}

interface Asked {
  readonly scope: ShockScope;
  readonly among: readonly string[] | null;
  readonly nowMs: number;
  readonly on: string;
  /** As it stood at the end of this week; null = now. */
  readonly week: number | null;
  readonly needsStrands: boolean;
  /** Which part of what they buy is concerned, by relation. */
  readonly productShares: ReadonlyMap<string, number>;
}

/** Relations a stretch; fewer where each has its strands looked up. */
const perStretch = { plain: 50_000, withStrands: 10_000 };

/** Never more than two stretches in memory. */
export async function* readShocked(db: Db, asked: Asked): AsyncGenerator<Shocked[]> {
  const { kinds, prior } = await readFirmPrior(db);
  const bare = { kinds, prior: prior.shares, priorN: prior.n, stated: [], choices: null, nowMs: asked.nowMs };
  const foundationOf = (row: ShockedPartyRow) =>
    row.shares && row.uncertainty !== null
      ? { shares: row.shares, uncertainty: row.uncertainty }
      : readFoundation({ ...bare, peopleStrength: row.peopleStrength });
  const limit = asked.needsStrands || asked.week !== null ? perStretch.withStrands : perStretch.plain;
  const fetchPage = (after: string | null) => listShockedParties(db, { ...asked, after, limit });
  let coming: Promise<ShockedPartyRow[]> | null = fetchPage(null);
  while (coming) {
    const page: ShockedPartyRow[] = await coming;
    // The database reads the next one while this one is reckoned with.
    coming = page.length < limit ? null : fetchPage(page.at(-1)?.id ?? null);
    coming?.catch(() => undefined);
    const rows = page.filter(({ isSpokenFor }) => !isSpokenFor);
    const strands = await strandsOf(db, asked, rows);
    yield rows.flatMap((row) => {
      const own = strands?.get(row.id) ?? [];
      const then = asked.week === null ? row : readThen(own);
      if (then === null) return [];
      const productShare = asked.productShares.get(row.id) ?? 0;
      const tie = { bond: then.bond, time: then.time, strands: own, foundation: foundationOf(row), productShare };
      const isGone = asked.week === null && row.isGone;
      return [{ partyId: row.id, tie, n: row.n ?? 0, ground: row.ground ?? ('segment' as const), isGone }];
    });
  }
}

type Strand = ShockStrand & Pick<ShockStrandRow, 'time'>;

async function strandsOf(
  db: Db,
  { needsStrands, on, week }: Asked,
  rows: readonly ShockedPartyRow[],
): Promise<Map<string, Strand[]> | null> {
  if (!needsStrands && week === null) return null;
  const found = await listShockStrands(db, { partyIds: rows.map(({ id }) => id), on, week });
  const strands = new Map<string, Strand[]>();
  for (const row of found) {
    const known = strands.get(row.partyId);
    if (known) known.push(row);
    else strands.set(row.partyId, [row]);
  }
  return strands;
}

/** As the year line has it: Q over its strands, and T their mean by strength, as figures of a party are made. */
function readThen(strands: readonly Strand[]): { bond: number; time: number } | null {
  const best = new Map<string | null, Strand>();
  for (const strand of strands) {
    if (strand.bond > (best.get(strand.colleagueId)?.bond ?? 0)) best.set(strand.colleagueId, strand);
  }
  const kept = [...best.values()];
  const sum = kept.reduce((total, { bond }) => total + bond, 0);
  if (sum <= 0) return null;
  const time = kept.reduce((total, strand) => total + (strand.bond / sum) * strand.time, 0);
  return { bond: computeNoisyOr(kept.map(({ bond }) => bond)), time };
}
