/** The figures of V4 as a page of text. */
import type { AliveScore } from './alive-log.ts';
import type { Figures } from './measure.ts';
import { renderTable, show } from './table.ts';

const names = { 'beta-geometric': 'MBG/NBD', pareto: 'Pareto/NBD' } as const;

export function renderAlive({ v4 }: Figures): string {
  if (!v4) return '';
  const row = (name: string, score: AliveScore) => [
    name,
    score.logLikelihood.toFixed(1),
    show(score.rmse),
    show(score.auc),
    score.expected.toFixed(0),
  ];
  const { calibrationEnd, weeks, customers, happened, heldIn, shipped } = v4;
  const title = `V4 ${v4.file}: ${customers} customers up to ${calibrationEnd}, ${weeks} weeks foretold`;
  const table = renderTable([
    [title, 'log-likelihood', 'RMSE', 'AUC', 'expected'],
    ...v4.models.map((score) => row(names[score.model.kind], score)),
    row(`the engine: ${names[shipped.model.kind]}, ${heldIn ? 'chosen by the last third' : 'the likelier'}`, shipped),
  ]);
  const { kind, ...parameters } = shipped.model;
  const fitted = Object.entries(parameters).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  const lines = [
    `${happened} purchases happened; ${names[kind]} with ${fitted.join(', ')} (weeks).`,
    ...(heldIn ?? []).map(
      (one) => `  last third of the calibration, fitted before it: ${names[one.kind]} AUC ${show(one.auc)}`,
    ),
  ];
  return [table, ...lines].join('\n');
}
