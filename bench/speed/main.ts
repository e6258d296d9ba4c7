/** `npm run bench:speed`: see `--help`. */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { measureApi } from './api-times.ts';
import { ensureBase } from './base.ts';
import { startBenchServer } from './bench-server.ts';
import { measureEngineFolds } from './engine-folds.ts';
import { measureIngest } from './ingest-ratio.ts';
import { makePlan } from './plan.ts';
import { measureRebuild } from './rebuild-time.ts';
import { renderSpeed, type SpeedFigures } from './report.ts';

const usage = `npm run bench:speed -- [engine] [ingest] [rebuild] [api] [--json] [--quick] [--figures]
Without names all four are measured. The house of 100,000 parties and 1,000,000 interactions is made once and kept
under .hecht/bench (HECHT_DATA). --figures also waits for the figures of the lists in the rebuild.`;

const parts = ['engine', 'ingest', 'rebuild', 'api'] as const;
const options = {
  json: { type: 'boolean' },
  quick: { type: 'boolean' },
  figures: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const unknown = positionals.filter((name) => !parts.some((part) => part === name));
  if (values.help || unknown.length > 0) console.log(usage);
  else {
    const figures = await measure(new Set(positionals.length > 0 ? positionals : parts), values);
    console.log(values.json ? JSON.stringify(figures, null, 2) : renderSpeed(figures));
  }
  if (unknown.length > 0) process.exitCode = 1;
} catch (problem) {
  console.error(problem);
  process.exitCode = 1;
}

async function measure(
  chosen: ReadonlySet<string>,
  asked: { quick?: boolean; figures?: boolean },
): Promise<SpeedFigures> {
  const plan = makePlan({ quick: asked.quick ?? false, nowMs: Date.now() });
  const tell = (line: string) => console.error(line);
  const engine = chosen.has('engine') ? { engine: measureEngineFolds(plan.engine) } : {};
  const processors = `${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const node = `Node ${process.versions.node}`;
  if (!['ingest', 'rebuild', 'api'].some((part) => chosen.has(part)))
    return { machine: `${processors}, ${node}`, ...engine };
  const server = await startBenchServer();
  try {
    const machine = `${processors}, ${node}, PostgreSQL ${server.version}`;
    const ingest = chosen.has('ingest') ? { ingest: await measureIngest(server, plan.ingest) } : {};
    if (!chosen.has('rebuild') && !chosen.has('api')) return { machine, ...engine, ...ingest };
    const base = await ensureBase(server, plan.base, tell);
    const withFigures = asked.figures ?? false;
    const rebuilt = chosen.has('rebuild') ? { rebuild: await measureRebuild(base, { withFigures }) } : {};
    const api = chosen.has('api') ? { api: await measureApi(base, { ...plan.api, dataDir: server.dataDir }) } : {};
    return { machine, ...engine, ...ingest, ...rebuilt, ...api };
  } finally {
    await server.stop();
  }
}
