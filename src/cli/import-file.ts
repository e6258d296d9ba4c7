/** `hecht import`: the same import as in the web, carried out here and now with its progress in sight. */
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportRun } from '#contract/imports.ts';
import type { Context } from '#services/context.ts';
import { refreshFigures } from '#services/figures/refresh-figures.ts';
import { createImportOfPath } from '#services/imports/create-import.ts';
import { findUnfinished } from '#services/imports/find-unfinished.ts';
import { getImport } from '#services/imports/get-import.ts';
import { previewImport } from '#services/imports/preview-import.ts';
import { runImport } from '#services/imports/run-import.ts';
import { startImport } from '#services/imports/start-import.ts';
import { chooseUser } from './choose-user.ts';
import { type Command, CommandError, type Tools } from './command.ts';
import { createProgress } from './progress.ts';

export const importFile: Command = {
  name: 'import',
  usage: 'import FILE... [--as MAIL] [--own-address MAIL] [--source LABEL] [--dry-run]',
  summary: 'Import mbox, .eml, Maildir, PST, vCard, CSV or JSON Lines (a file or a folder)',
  help: [
    '--as MAIL           for which user; a mailbox stays private to that user (default: the first owner)',
    '--own-address MAIL  your own address in that mailbox, more than once if you have several;',
    '                    left out: as the mailbox itself gives it away',
    '--source LABEL      a name for where this comes from',
    '--dry-run           look what it would do, and do nothing',
    '',
    'Stopped half-way it goes on by the same command, or by itself when Hecht runs. The same file twice changes nothing.',
  ],
  async run(tools, args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        'own-address': { type: 'string', multiple: true },
        source: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    if (positionals.length === 0) throw new CommandError(`Usage: hecht ${importFile.usage}`);
    const ctx = tools.contextFor(await chooseUser(tools, values.as));
    const wanted = { ownAddresses: values['own-address'], sourceLabel: values.source, dryRun: values['dry-run'] };
    for (const path of positionals) await importOne({ tools, ctx, path: resolve(path), ...wanted });
    if (!wanted.dryRun && !tools.signal.aborted) await refresh(tools, ctx);
  },
};

interface Wanted {
  readonly tools: Tools;
  readonly ctx: Context;
  readonly path: string;
  readonly ownAddresses: readonly string[] | undefined;
  readonly sourceLabel: string | undefined;
  readonly dryRun: boolean;
}

async function importOne({ tools, ctx, path, ownAddresses, sourceLabel, dryRun }: Wanted): Promise<void> {
  const { tell, say, signal } = tools;
  // The work is done here, so the job that the web would leave for it is not left.
  const leave: Context['enqueue'] = async (job, db) => (job.name === 'run-import' ? undefined : ctx.enqueue(job, db));
  const here: Context = { ...ctx, enqueue: leave };
  const name = basename(path);
  const begun = dryRun ? null : await findUnfinished(ctx, { path });
  if (begun) tell(`${name}: going on behind the ${begun.counts.read} items that were read before`);
  const { id: importId } = begun ?? (await createImportOfPath(ctx, { path, fileName: name, previewLater: false }));
  if (!begun) {
    const preview = await look({ tools, ctx, path, importId });
    if (dryRun) return say(JSON.stringify(preview, null, 2));
    const own = ownAddresses ?? preview.ownAddresses.slice(0, 1).map(({ address }) => address);
    if (own.length > 0)
      tell(`Your own address here: ${own.join(', ')}${ownAddresses ? '' : ' (--own-address names another)'}`);
    await startImport(here, { importId, ownAddresses: own, sourceLabel });
  } else if (begun.status === 'cancelled' || begun.status === 'failed') {
    await startImport(here, { importId, ownAddresses, sourceLabel });
  }
  const run = await carryOut({ tell, ctx: here, importId, signal });
  if (run.status !== 'done') throw new CommandError(`Stopped: ${run.problem ?? run.status}. The same command goes on.`);
  say(`${name}: ${run.counts.stored} stored, ${tally(run.counts)}; ${run.counts.newParties} new relations`);
}

interface Looking {
  readonly tools: Tools;
  readonly ctx: Context;
  readonly path: string;
  readonly importId: string;
}

async function look({ tools, ctx, path, importId }: Looking): Promise<NonNullable<ImportRun['preview']>> {
  await previewImport(ctx, { importId }, tools.signal);
  const { preview } = await getImport(ctx, { importId });
  if (!preview) throw new CommandError(`${path} could not be read.`);
  const { sampled, complete, counts } = preview;
  const part = complete ? '' : 'of the first ';
  tools.tell(`${basename(path)}: ${part}${sampled} items ${counts.stored} are new, ${tally(counts)}`);
  return preview;
}

interface CarryingOut {
  readonly tell: Tools['tell'];
  readonly ctx: Context;
  readonly importId: string;
  readonly signal: AbortSignal;
}

async function carryOut({ tell, ctx, importId, signal }: CarryingOut): Promise<ImportRun> {
  const progress = createProgress({ tell });
  const watch = setInterval(async () => {
    const run = await getImport(ctx, { importId }).catch(() => null);
    if (run) progress.show(howFar(run));
  }, 500);
  try {
    await runImport(ctx, { importId }, signal);
  } finally {
    clearInterval(watch);
    progress.end();
  }
  return getImport(ctx, { importId });
}

function tally({ duplicates, failed, lists, bulk, autoReplies, bounces }: ImportRun['counts']): string {
  const told = [
    [duplicates, 'already known'],
    [lists, 'from lists'],
    [bulk, 'bulk'],
    [autoReplies, 'automatic replies'],
    [bounces, 'bounces'],
    [failed, 'could not be read'],
  ] as const;
  return told.map(([count, what]) => `${count} ${what}`).join(', ');
}

function howFar({ counts, doneBytes, totalBytes, secondsLeft }: ImportRun): string {
  const percent = totalBytes > 0 ? Math.floor((100 * doneBytes) / totalBytes) : 0;
  const left = secondsLeft === null ? '' : `, about ${secondsLeft} s to go`;
  return `${percent} %  ${counts.read} read, ${counts.stored} stored${left}`;
}

async function refresh({ tell, signal }: Tools, ctx: Context): Promise<void> {
  const progress = createProgress({ tell });
  const refreshed = await refreshFigures(ctx, {
    signal,
    onProgress: (count) => progress.show(`${count} ties brought up to date`),
  });
  progress.end();
  tell(`${refreshed} ties are up to date.`);
}
