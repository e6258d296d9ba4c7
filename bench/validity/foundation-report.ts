/** The figures of V5 as a page of text. */
import type { FoundationOutcome } from './foundation-panel.ts';
import { plannedPanels } from './plan.ts';
import { type Row, renderTable, show } from './table.ts';

export function foundationRows(panels: readonly FoundationOutcome[]): Row[] {
  return panels.flatMap(({ file, logLoss, aucLeaves }) => {
    const stated = plannedPanels.find(({ folder, name }) => `${folder}/${name}` === file);
    const bar = (bars: { baseline: number | null; good: number; target: number } | undefined) =>
      bars ? [show(bars.baseline), show(bars.good), show(bars.target)] : ['', '', ''];
    const label = stated?.name.replace(/\.csv$/, '') ?? file;
    return [
      [`V5 foundation, ${label}: log-loss of the next brand`, ...bar(stated?.loss), show(logLoss)],
      [`V5 foundation, ${label}: AUC of leaving the favourite`, ...bar(stated?.leaving), show(aucLeaves)],
    ];
  });
}

export function renderFoundation({ v5 }: { readonly v5: readonly FoundationOutcome[] }): string {
  if (v5.length === 0) return '';
  return renderTable([
    ['V5 per panel', 'buyers', 'learnt', 'foretold', 'market shares', 'log-loss', 'hits', 'left', 'AUC'],
    ...v5.map(({ file, buyers, learnt, tested, logLossShares, logLoss, hitRate, leaves, aucLeaves }) => [
      file,
      ...[buyers, learnt, tested].map(String),
      show(logLossShares),
      show(logLoss),
      show(hitRate),
      String(leaves),
      show(aucLeaves),
    ]),
  ]);
}
