/** The figures as a page of text. */
import { type BlockName, blockNames } from '#engine/index.ts';
import { renderAlive } from './alive-report.ts';
import type { Calibration } from './calibration.ts';
import type { ChainScore } from './chain-log.ts';
import { foundationRows, renderFoundation } from './foundation-report.ts';
import type { Figures } from './measure.ts';
import { bars, plannedAlive } from './plan.ts';
import { type Row, renderTable, show } from './table.ts';

const chanceTitle = 'Chance that a tie goes on, against what happened';
const statedNotes = [
  'RFM* is how the stated baseline .788 / .803 / .749 / .728 was computed; good*: as stated, a regression fitted per cut.',
];

export function renderReport(figures: Figures): string {
  const parts = [
    renderMeasures(figures),
    renderCuts(figures),
    renderChains(figures),
    renderTrust(figures),
    renderAlive(figures),
    renderFoundation(figures),
    renderCalibration(
      chanceTitle + (figures.calibrationFitted ? ' (cuts it was not fitted on)' : ''),
      figures.calibration,
    ),
    renderCalibration('The same on the cuts it was fitted on', figures.calibrationFitted),
    renderShares(figures),
    figures.skipped.length === 0 ? '' : `Not measured:\n${figures.skipped.map((line) => `  ${line}`).join('\n')}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderMeasures({ v1, v2, v3, v4, v5 }: Figures): string {
  const rows: Row[] = [['measure', 'baseline', 'good', 'target', 'ours']];
  // The stated bars hold for the four stated cuts only; on another file the incumbent is measured beside it.
  if (v1) {
    const isStated = v1.cuts.every((cut) => cut.stated !== null);
    const bar = isStated ? [show(bars.tie.good), show(bars.tie.target)] : ['', ''];
    rows.push(['V1 tie, mean AUC of the bond S', show(v1.meanBaselineRfm), ...bar, show(v1.mean)]);
    rows.push(['V1 tie, mean AUC of the contact figure', show(v1.meanBaselineRfm), ...bar, show(v1.meanContact)]);
  }
  if (v2) {
    const [size, sign] = [bars.chain, bars.chainSign];
    const { baselineProduct, shipped } = v2;
    const bar = ({ good, target }: { good: number; target: number }) => [show(good), show(target)];
    rows.push(['V2 chain, RMSE of the rating', show(baselineProduct.rmse), ...bar(size), show(shipped.rmse)]);
    rows.push(['V2 chain, AUC of its sign', show(baselineProduct.auc), ...bar(sign), show(shipped.auc)]);
  }
  if (v3) {
    const { good, target } = bars.trust;
    rows.push(['V3 trust, AUC of the next sign', show(v3.baselineTextbook), show(good), show(target), show(v3.auc)]);
  }
  if (v4) {
    const bar = ({ baseline, good, target }: { baseline: number; good: number; target: number }) =>
      v4.file.startsWith(plannedAlive.folder) ? [baseline, good, target].map(show) : ['', '', ''];
    rows.push(['V4 alive, RMSE of the purchases', ...bar(bars.alive), show(v4.shipped.rmse)]);
    rows.push(['V4 alive, AUC of buying at all', ...bar(bars.aliveAny), show(v4.shipped.auc)]);
  }
  rows.push(...foundationRows(v5));
  return renderTable(rows);
}

function renderCuts({ v1 }: Figures): string {
  if (!v1) return '';
  const head = ['V1 per cut', 'day', 'candidates', 'go on', 'RFM', 'RFM*', 'good*', 'S', 'contact'];
  const rows = v1.cuts.map((cut) => [
    cut.file,
    String(cut.cutDay),
    String(cut.candidates),
    String(cut.positives),
    show(cut.baselineRfm),
    show(cut.baselineRfmInOrder),
    cut.stated ? show(cut.stated.good) : '',
    show(cut.auc),
    show(cut.aucContact),
  ]);
  const notes = [
    'RFM: rank sum of recency, frequency and active days, equals share a rank; RFM*: equals ranked in the order of the file.',
    ...(v1.cuts.some((cut) => cut.stated !== null) ? statedNotes : []),
  ];
  return [renderTable([head, ...rows]), ...notes].join('\n');
}

function renderChains({ v2 }: Figures): string {
  if (!v2) return '';
  const row = (name: string, score: ChainScore) => [name, show(score.rmse), show(score.auc)];
  return renderTable([
    [`V2 ${v2.file}: ${v2.tested} of ${v2.ratings} ratings foretold by chains of two`, 'RMSE', 'AUC'],
    row('links multiplied', v2.baselineProduct),
    row('mean of the weakest links', v2.minima),
    row('no chain, only what is known of the two', v2.baseRateOnly),
    row('and that as one chain more: the engine as shipped', v2.shipped),
  ]);
}

function renderTrust({ v3 }: Figures): string {
  if (!v3) return '';
  return renderTable([
    [`V3 ${v3.file}: ${v3.tested} of ${v3.ratings} ratings foretold`, 'AUC'],
    ['textbook Beta (a = .5, W = 2, nothing forgotten)', show(v3.baselineTextbook)],
    ['what others know of the one who is rated', show(v3.aucActorOnly)],
    ['and how easily the rater trusts', show(v3.aucActorAndTruster)],
    ['and the other direction: the engine as shipped', show(v3.auc)],
    ['Brier score of the engine as shipped', show(v3.brier)],
  ]);
}

function renderCalibration(title: string, calibration: Calibration | null): string {
  if (!calibration) return '';
  const rows: Row[] = [['chance', 'ties', 'shown', 'happened']];
  for (const bin of calibration.bins) {
    const range = `${bin.from.toFixed(1)}-${bin.to.toFixed(1)}`;
    rows.push([range, String(bin.count), show(bin.expected), show(bin.observed)]);
  }
  const { brier, brierOfRate, meanGap, count } = calibration;
  const sum = `${count} ties; Brier ${show(brier)}, of always saying the mean ${show(brierOfRate)}; mean gap ${show(meanGap)}`;
  return `${title}\n${renderTable(rows)}\n${sum}`;
}

function renderShares({ weakestShares }: Figures): string {
  if (!weakestShares) return '';
  const names: readonly (BlockName | 'none')[] = [...blockNames, 'none'];
  const { said, known, values } = weakestShares;
  return renderTable([
    ['Share of ties in which a block is the weakest', ...names],
    ['as the product says it', ...names.map((name) => show(said[name]))],
    ['among blocks with evidence of their own', ...names.map((name) => show(known[name]))],
    ['by value, assumed and unknown ones too', ...blockNames.map((name) => show(values[name])), ''],
  ]);
}
