import type { Tie } from '#contract/ties.ts';
import type { BlockName } from '#engine/reading.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './block-panel.module.css';
import { sidesOf, splitWays } from './sides.ts';

/** Both directions of a block, beside each other; time is of both together and has none. */
export function BothWays({ tie, block }: { tie: Tie; block: BlockName }) {
  const { words, formats } = useSpoken();
  const panel = words.relation.blockPanel;
  // What is not known has no sides to show: a prior drawn as a bar would look like a finding.
  if (block === 'time' || tie.reading[block].knowledge === 'unknown') return null;
  const sides = sidesOf(tie);
  const { reading } = tie;
  const ways = splitWays(
    block === 'trust' ? reading.trustWays : block === 'reciprocity' ? reading.giving : shareOf(reading.contact),
    sides,
  );
  const name = sides.them.name;
  const labels =
    block === 'trust'
      ? { ours: panel.weTrust(name), theirs: panel.theyTrust(name) }
      : { ours: panel.usToThem(name), theirs: panel.themToUs(name) };
  return (
    <section className={classes.ways} aria-label={panel.bothWays}>
      {(['ours', 'theirs'] as const).map((side) => (
        <div key={side} className={classes.way}>
          <span>{labels[side]}</span>
          <span className={classes.track} aria-hidden="true">
            <span style={{ width: `${Math.min(1, ways[side]) * 100}%` }} />
          </span>
          <span className="number">{formats.hundred(ways[side])}</span>
        </div>
      ))}
    </section>
  );
}

function shareOf({ ab, ba }: { ab: number; ba: number }): { ab: number; ba: number } {
  const total = ab + ba;
  return total === 0 ? { ab: 0, ba: 0 } : { ab: ab / total, ba: ba / total };
}
