/** Which tie a relation's page speaks of when it has several: the one asked for, the reader's own, else the strongest. */
import type { Party } from '#contract/parties.ts';

type Strand = Party['strands'][number];

interface Input {
  readonly party: Party;
  readonly wanted: string | undefined;
  readonly ownPartyId: string | null;
}

export function chooseStrand({ party, wanted, ownPartyId }: Input): Strand | null {
  const asked = party.strands.find(({ tieId }) => tieId === wanted);
  if (asked) return asked;
  const strongest = [...party.strands].sort((one, other) => other.bond - one.bond);
  return strongest.find(({ ours }) => ours.id === ownPartyId) ?? strongest[0] ?? null;
}
