import type { Foundation, FoundationKind, FoundationStatement } from '#contract/foundations.ts';
import type { FoundationReading } from '#engine/foundation.ts';
import type { StatementRow } from '#store/foundation-statements.ts';
import type { FoundationKindRow, KeptReadingRow } from '#store/foundations.ts';

export function describeKind({ id, key, label, version }: FoundationKindRow): FoundationKind {
  return { id, key, label, version };
}

export function describeStatement(row: StatementRow): FoundationStatement {
  return {
    id: row.id,
    partyId: row.partyId,
    kind: row.kind,
    ground: row.ground,
    words: row.words,
    face: row.face,
    colleague: row.colleagueId === null ? null : { id: row.colleagueId, name: row.colleagueName ?? '' },
    toldBy: row.toldBy,
    neededFor: row.neededFor,
    saidAt: row.saidAt.toISOString(),
    author: row.author,
    version: row.version,
  };
}

/** The largest first. */
export function sortShares(shares: Readonly<Record<string, number>>): Foundation['shares'] {
  return Object.entries(shares)
    .map(([kind, share]) => ({ kind, share: Math.min(1, Math.max(0, share)) }))
    .toSorted((left, right) => right.share - left.share || (left.kind < right.kind ? -1 : 1));
}

export function describeReading(reading: FoundationReading) {
  const { uncertainty, n, ground } = reading;
  const reasons = reading.reasons.map(({ code, kind, numbers }) => ({ code, kind, numbers: { ...numbers } }));
  return { shares: sortShares(reading.shares), uncertainty, n, ground, reasons };
}

export function describeKept({
  at,
  by,
  shares,
  uncertainty,
  n,
  ground,
}: KeptReadingRow): Foundation['history'][number] {
  return { at: at.toISOString(), by, shares: sortShares(shares), uncertainty, n, ground };
}
