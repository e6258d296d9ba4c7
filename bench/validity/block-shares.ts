/** In which share of ties each block is the lowest: blocks that always say the same thing would show here. */
import { type BlockName, blockNames, type TieReading } from '#engine/index.ts';

export type BlockShares<Name extends string> = Readonly<Record<Name, number>>;
type NameOrNone = BlockName | 'none';

const namesAndNone: readonly NameOrNone[] = [...blockNames, 'none'];

export function shareWeakest(readings: readonly TieReading[]): BlockShares<NameOrNone> {
  return countShares(
    namesAndNone,
    readings.map((reading) => reading.weakest ?? 'none'),
  );
}

export function shareLowest(readings: readonly TieReading[]): BlockShares<BlockName> {
  return countShares(
    blockNames,
    readings.map((reading) => findLowest(reading, blockNames)),
  );
}

export function shareLowestKnown(readings: readonly TieReading[]): BlockShares<NameOrNone> {
  const names = readings.map((reading): NameOrNone => {
    const known = blockNames.filter((name) => reading[name].knowledge === 'known');
    return known.length < 2 ? 'none' : findLowest(reading, known);
  });
  return countShares(namesAndNone, names);
}

function findLowest(reading: TieReading, names: readonly BlockName[]): BlockName {
  return names.reduce((lowest, name) => (reading[name].value < reading[lowest].value ? name : lowest));
}

function countShares<Name extends string>(names: readonly Name[], found: readonly Name[]): BlockShares<Name> {
  const shares = names.map((name) => [name, found.filter((one) => one === name).length / found.length]);
  return Object.fromEntries(shares) as Record<Name, number>;
}
