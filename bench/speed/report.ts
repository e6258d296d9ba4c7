/** One table: what was measured, what was promised, and whether it holds. */
import type { ApiFigures } from './api-times.ts';
import type { EngineFigures } from './engine-folds.ts';
import type { IngestFigures } from './ingest-ratio.ts';
import type { RebuildFigures } from './rebuild-time.ts';

export interface SpeedFigures {
  readonly machine: string;
  readonly engine?: EngineFigures;
  readonly ingest?: IngestFigures;
  readonly rebuild?: RebuildFigures;
  readonly api?: ApiFigures;
}

interface Line {
  readonly what: string;
  readonly measured: string;
  readonly promised: string;
  readonly holds: boolean | null;
}

export function renderSpeed(figures: SpeedFigures): string {
  const lines = [...engineLines(figures), ...ingestLines(figures), ...rebuildLines(figures), ...apiLines(figures)];
  const width = (pick: (line: Line) => string) => Math.max(...lines.map((line) => pick(line).length));
  const [what, measured] = [width((line) => line.what), width((line) => line.measured)];
  const rows = lines.map((line) => {
    const mark = line.holds === null ? ' ' : line.holds ? '✔' : '✖';
    return `${mark} ${line.what.padEnd(what)}  ${line.measured.padEnd(measured)}  ${line.promised}`.trimEnd();
  });
  return [figures.machine, ...rows].join('\n');
}

function engineLines({ engine }: SpeedFigures): Line[] {
  if (!engine) return [];
  const line = (what: string, perSecond: number, promised: number | null): Line => ({
    what,
    measured: `${(perSecond / 1e6).toFixed(2)} M/s`,
    promised: promised === null ? '' : `>= ${promised / 1e6} M/s`,
    holds: promised === null ? null : perSecond >= promised,
  });
  return [
    line('engine folds, tie by tie as figures are made', engine.byTiePerSecond, 2e6),
    line(`engine folds, in order of time over ${whole(engine.directions)} directions`, engine.inTimePerSecond, null),
  ];
}

function ingestLines({ ingest }: SpeedFigures): Line[] {
  if (!ingest) return [];
  const { interactions, parties, ingestPerSecond, plainPerSecond, ratio, ratioLater } = ingest;
  const rates = `${whole(ingestPerSecond)} of ${whole(plainPerSecond)} interactions/s`;
  return [
    {
      what: `ingest with states (${whole(interactions)}, ${whole(parties)} new people)`,
      measured: rates,
      promised: '',
      holds: null,
    },
    { what: '  share of the plain insert', measured: ratio.toFixed(2), promised: '>= 0.33', holds: ratio >= 0.33 },
    { what: '  the same in the second half', measured: ratioLater.toFixed(2), promised: '', holds: null },
  ];
}

function rebuildLines({ rebuild }: SpeedFigures): Line[] {
  if (!rebuild) return [];
  const { seconds } = rebuild;
  const replayed = (seconds.events ?? 0) + (seconds.states ?? 0);
  const parts = Object.entries(seconds).map(([phase, value]) => `${phase} ${value.toFixed(1)}`);
  const what = `rebuild of ${whole(rebuild.interactions)} interactions: events and states`;
  const phases: Line = { what: '  seconds of each phase', measured: parts.join(', '), promised: '', holds: null };
  return [{ what, measured: `${replayed.toFixed(1)} s`, promised: '<= 20 s', holds: replayed <= 20 }, phases];
}

function apiLines({ api }: SpeedFigures): Line[] {
  if (!api) return [];
  const times = ({ p50, p95, p99 }: { p50: number; p95: number; p99: number }) =>
    [p50, p95, p99].map((value) => value.toFixed(1)).join(' / ');
  const routes = api.routes.map(
    ({ route, app, floor, ratio }): Line => ({
      what: `${route}: p50 / p95 / p99 in ms, beside the floor's`,
      measured: `${times(app)}  (${times(floor)})  ${ratio.toFixed(2)} x`,
      promised: '<= 2 x',
      holds: ratio <= 2,
    }),
  );
  const { atStart, afterLoad, highest } = api.memoryMb;
  const measured = `${atStart.toFixed(0)} MB at start, ${afterLoad.toFixed(0)} after, ${highest.toFixed(0)} at most`;
  return [...routes, { what: 'memory of the app', measured, promised: '<= 300 MB', holds: highest <= 300 }];
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
