import { useQueries } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { useSpoken } from '../words.tsx';
import type { EventLine } from './number-account.tsx';
import { blocksBehind, type Figure } from './reckoned-with.ts';
import { sayEvent } from './say-event.ts';

const mostShown = 12;
const trendDays = 28;

interface Behind {
  readonly isReady: boolean;
  readonly lines: readonly EventLine[];
  readonly left: number;
}

/** The events of a tie behind a figure, heaviest first; one that counts for several blocks stands there for each. */
export function useTieEvents(tieId: string, figure: Figure): Behind {
  const { words, formats } = useSpoken();
  const { relation, bond } = words;
  const blocks = blocksBehind(figure);
  const asked = useQueries({ queries: blocks.map((block) => queries.evidence(tieId, block)) });
  const nowMs = Date.now();
  const all = asked.flatMap(({ data }, at) => {
    const block = blocks[at];
    return (data?.items ?? []).map((item) => ({ ...item, block }));
  });
  const meant = figure === 'trend' ? all.filter(({ ageDays }) => ageDays <= trendDays) : all;
  const sorted = meant.toSorted((x, y) => y.share - x.share || x.ageDays - y.ageDays);
  const more = figure === 'trend' ? 0 : asked.reduce((sum, { data }) => sum + (data?.left ?? 0), 0);
  const lines = sorted.slice(0, mostShown).map((item, at) => ({
    key: `${at}`,
    what:
      blocks.length > 1 && item.block
        ? `${bond.blockTitles[item.block]}: ${sayEvent(item, relation)}`
        : sayEvent(item, relation),
    when: formats.shortDate(item.at, nowMs),
    weight: `${formats.number(item.remaining, 2)} (${formats.percent(item.share)})`,
  }));
  return {
    isReady: asked.every(({ isPending }) => !isPending),
    lines,
    left: sorted.length - lines.length + more,
  };
}
