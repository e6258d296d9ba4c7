/** The two sides of a tie as the page speaks of them: ours and theirs. */
import type { Tie } from '#contract/ties.ts';
import type { BothWays, Direction } from '#engine/index.ts';

export interface Sides {
  readonly ours: 'a' | 'b';
  readonly us: { readonly id: string; readonly name: string };
  readonly them: { readonly id: string; readonly name: string };
}

export function sidesOf(tie: Tie): Sides {
  const ours = tie.context.ours ?? (tie.b.isOwn && !tie.a.isOwn ? 'b' : 'a');
  return ours === 'a' ? { ours, us: tie.a, them: tie.b } : { ours, us: tie.b, them: tie.a };
}

/** From us to them, or from them to us. */
export function sideOf(direction: Direction, { ours }: Sides): 'ours' | 'theirs' {
  return (direction === 'ab') === (ours === 'a') ? 'ours' : 'theirs';
}

export function splitWays(ways: BothWays, { ours }: Sides): { ours: number; theirs: number } {
  return ours === 'a' ? { ours: ways.ab, theirs: ways.ba } : { ours: ways.ba, theirs: ways.ab };
}
