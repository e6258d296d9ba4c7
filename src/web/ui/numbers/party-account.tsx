import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { Problem } from '../problem.tsx';
import { useSpoken } from '../words.tsx';
import { useNumberWords } from '../words-of/numbers.ts';
import { NumberAccount } from './number-account.tsx';
import { type Figure, reckonedWith } from './reckoned-with.ts';
import { TieAccount } from './tie-account.tsx';

interface Props {
  readonly partyId: string;
  readonly figure: Figure;
}

/** What a figure of a relation stands on: the ties it runs through, and the events of the strongest of them. */
export function PartyAccount({ partyId, figure }: Props) {
  const { words, formats } = useSpoken();
  const said = useNumberWords();
  const asked = useQuery(queries.party(partyId));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const strands = asked.data.strands.toSorted((one, other) => other.bond - one.bond);
  const [strongest] = strands;
  if (!strongest) return <NumberAccount says={said.says[figure]} events={[]} parameters={reckonedWith(figure)} />;
  if (strands.length === 1) return <TieAccount tieId={strongest.tieId} figure={figure} />;
  const parts = strands.slice(0, 6).map((strand) => ({
    key: strand.tieId,
    what: words.relation.strandOf(strand.ours.name, strand.theirs.name),
    value: formats.hundred(strand.bond),
  }));
  const through = words.relation.strandOf(strongest.ours.name, strongest.theirs.name);
  const says = said.saysWhole({ says: said.says[figure], strands: strands.length, through });
  return <TieAccount tieId={strongest.tieId} figure={figure} whole={{ says, parts }} />;
}
