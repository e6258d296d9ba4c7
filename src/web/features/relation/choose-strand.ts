/** Which tie a relation's page speaks of when it has several: the one asked for, else the strongest. */
import type { Party } from '#contract/parties.ts';

type Strand = Party['strands'][number];

interface Input {
  readonly party: Party;
  readonly wanted: string | undefined;
}

export function chooseStrand({ party, wanted }: Input): Strand | null {
  const asked = party.strands.find(({ tieId }) => tieId === wanted);
  return asked ?? [...party.strands].sort((one, other) => other.bond - one.bond)[0] ?? null;
}
