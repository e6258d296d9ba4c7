import { useQuery } from '@tanstack/react-query';
import { blockNames } from '#engine/reading.ts';
import { queries } from '../../api/queries.ts';
import { Problem } from '../problem.tsx';
import { useSpoken } from '../words.tsx';
import { useNumberWords } from '../words-of/numbers.ts';
import { type FigureLine, NumberAccount } from './number-account.tsx';
import { blocksBehind, type Figure, reckonedWith } from './reckoned-with.ts';
import { useTieEvents } from './use-tie-events.ts';

interface Props {
  readonly tieId: string;
  readonly figure: Figure;
  /** Where the tie is one of several: what the whole is, and the other parts of it. */
  readonly whole?: { readonly says: string; readonly parts: readonly FigureLine[] };
}

/** What a figure of one tie stands on: its blocks, its events, and what the engine went by. */
export function TieAccount({ tieId, figure, whole }: Props) {
  const { words, formats } = useSpoken();
  const said = useNumberWords();
  const asked = useQuery(queries.tie(tieId));
  const events = useTieEvents(tieId, figure);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data || !events.isReady) return null;
  const { reading } = asked.data;
  const blocks = blockNames.map((block) => ({
    key: block,
    what: words.bond.blockTitles[block],
    value:
      reading[block].knowledge === 'unknown' ? words.bond.knowledge.unknown : formats.hundred(reading[block].value),
  }));
  const isOfBlocks = blocksBehind(figure).length === blockNames.length;
  const { gapDays, knownGaps } = reading.rhythm;
  const rhythm = [
    { key: 'gap', what: said.gap, value: words.durations.span(gapDays) },
    { key: 'known', what: said.knownGaps, value: formats.number(knownGaps, 0) },
  ];
  return (
    <NumberAccount
      says={whole?.says ?? said.says[figure]}
      events={events.lines}
      left={events.left}
      figures={[...(whole?.parts ?? []), ...(isOfBlocks ? blocks : figure === 'rhythm' ? rhythm : [])]}
      parameters={reckonedWith(figure)}
      sources={isOfBlocks ? ['seeds'] : []}
    />
  );
}
