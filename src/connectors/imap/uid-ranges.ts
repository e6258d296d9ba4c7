/** Numbers of mails in a folder, written short: "3:9,12". */
export type UidRange = readonly [from: number, to: number];

/** Ascending numbers as ranges. */
export function makeRanges(uids: readonly number[]): UidRange[] {
  const ranges: [number, number][] = [];
  for (const uid of uids) {
    const last = ranges.at(-1);
    if (last && uid === last[1] + 1) last[1] = uid;
    else ranges.push([uid, uid]);
  }
  return ranges;
}

export function writeRanges(ranges: readonly UidRange[]): string {
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}:${to}`)).join(',');
}
