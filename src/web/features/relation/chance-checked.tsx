import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { binOfChance } from '#engine/index.ts';
import { checkQueries } from '../../api/check-queries.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useCheckWords } from '../../ui/words-of/check.ts';

const leastInBin = 10;

/** Beside a chance: how often it came true here when about as much was said. */
export function ChanceChecked({ chance }: { chance: number }) {
  const { formats } = useSpoken();
  const { beside } = useCheckWords();
  const { data } = useQuery(checkQueries.check());
  if (!data) return null;
  const bin = data.latest?.outcome.continuation.calibration?.bins[binOfChance(chance)];
  const isKnown = bin && bin.count >= leastInBin && bin.observed !== null && bin.expected !== null;
  return (
    <>
      {isKnown
        ? beside.said(formats.percent(bin.expected ?? 0), formats.percent(bin.observed ?? 0), formats.number(bin.count))
        : beside.tooFew}{' '}
      <Link to="/check">{beside.link}</Link>
    </>
  );
}
