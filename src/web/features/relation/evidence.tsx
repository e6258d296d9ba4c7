import { useQuery } from '@tanstack/react-query';
import type { Tie } from '#contract/ties.ts';
import type { BlockName } from '#engine/reading.ts';
import { queries } from '../../api/queries.ts';
import { sayEvent } from '../../ui/numbers/say-event.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './block-panel.module.css';
import { sideOf, sidesOf } from './sides.ts';

/** The events behind a block, heaviest first: what, when, its weight, what is left of it, its share. */
export function Evidence({ tie, block }: { tie: Tie; block: BlockName }) {
  const { words, formats } = useSpoken();
  const { relation, durations } = words;
  const panel = relation.blockPanel;
  const asked = useQuery(queries.evidence(tie.id, block));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const { items, left } = asked.data;
  if (items.length === 0) return <p className="soft">{panel.evidenceNone}</p>;
  const sides = sidesOf(tie);
  const nowMs = Date.now();
  const { name } = sides.them;
  const trusting = { ours: panel.weTrust(name), theirs: panel.theyTrust(name) };
  // A day counts for both; trust lies with who trusts, not with who acted.
  const sayDirection = (side: 'ours' | 'theirs') =>
    block === 'time' ? '' : block === 'trust' ? `(${trusting[side]})` : panel[side];
  return (
    <div className={classes.scroll}>
      <table className={classes.evidence}>
        <thead>
          <tr>
            <th scope="col">{relation.ledger.columnWhen}</th>
            <th scope="col">{relation.ledger.columnWhat}</th>
            <th scope="col" className="number">
              {panel.weight}
            </th>
            <th scope="col" className="number">
              {panel.left}
            </th>
            <th scope="col" className="number">
              {panel.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a read-only list; one event may stand in it twice.
            <tr key={at}>
              <td title={durations.ago(item.ageDays)}>{formats.shortDate(item.at, nowMs)}</td>
              <td>
                {sayEvent(item, relation)}
                <span className="soft">
                  {item.channel && item.kind === 'message' && `, ${relation.channels[item.channel] ?? item.channel}`}{' '}
                  {sayDirection(sideOf(item.direction, sides))}
                </span>
              </td>
              <td className="number" data-part="weight">
                {formats.number(item.weight, 2)}
              </td>
              <td className="number" title={item.halfLifeDays ? panel.halfLife(formats.number(item.halfLifeDays)) : ''}>
                {formats.number(item.remaining, 2)}
              </td>
              <td className="number">{formats.percent(item.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className="soft small">{panel.evidenceLeft(left)}</p>}
    </div>
  );
}
