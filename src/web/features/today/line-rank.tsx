import type { TodayLine } from '#contract/today.ts';
import { computeActWorth } from '#engine/act-worth.ts';
import { NumberAccount } from '../../ui/numbers/open-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useSteeringWords } from '../../ui/words-of/steering.ts';

/** Everything that decided where a line stands. */
export function LineRank({ line }: { line: TodayLine }) {
  const { words, formats } = useSpoken();
  const said = useSteeringWords();
  const { gain, block, minutes, weight, fitsGoal, learned } = line.rank;
  const { parts } = said;
  const isSpread = line.kind === 'leans-on-one';
  const points = formats.number(gain * 100, 1);
  const sentence = gain < 0.0005 ? said.noGain : (isSpread ? said.spread : said.gain)(points, formats.number(minutes));
  const says =
    learned.notUseful > 0.05 ? `${sentence} ${said.learned(formats.number(learned.notUseful, 1))}` : sentence;
  const figure = (key: keyof typeof parts, value: string) => ({ key, what: parts[key], value });
  const through = block ? `${said.parts.gain}, ${said.parts.block} ${words.bond.blocks[block]}` : said.parts.gain;
  const events = [
    { key: 'gain', what: through, weight: `+${points}`, partyId: line.party.id },
    { key: 'useful', what: parts.useful, weight: formats.number(learned.useful, 1) },
    { key: 'notUseful', what: parts.notUseful, weight: formats.number(learned.notUseful, 1) },
  ].filter(({ weight: count }) => count !== '0' && count !== '+0');
  const figures = [
    figure('minutes', formats.number(minutes)),
    figure('weight', formats.number(weight, 2)),
    ...(fitsGoal ? [figure('fits', words.changes.yes)] : []),
    figure('factor', formats.number(learned.factor, 2)),
    figure('worth', formats.number(computeActWorth(line.rank), 3)),
  ];
  return (
    <NumberAccount
      says={says}
      events={events}
      figures={figures}
      parameters={['freshnessGaps', 'kappaBenefit', 'kappaContact', 'trustPriorWeight']}
      sources={['design']}
      references={[said.reference]}
    />
  );
}
