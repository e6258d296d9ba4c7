import type { Expectation } from '#contract/expectations.ts';
import type { ExpectationRow } from '#store/expectations.ts';

export function describeExpectation(row: ExpectationRow): Expectation {
  const { id, askedOn, ofUs, ofThem, changed, askAgainOn, version } = row;
  const party = { id: row.partyId, name: row.partyName };
  const askedBy = row.askedBy === null ? null : { id: row.askedBy, name: row.askedByName ?? '' };
  return { id, party, askedOn, askedBy, ofUs, ofThem, changed, askAgainOn, version };
}
