/** What an import would do, without doing it: a look at the first part of the file. */

import type { importPreview } from '#contract/imports.ts';
import type { Shape } from '#contract/values.ts';
import { type ImportRow, updateImport } from '#store/import-runs.ts';
import { listInteractionsByKey } from '#store/interactions.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { futureGraceMs } from '../interactions/ingest-interactions.ts';
import { getUserRow } from '../user-row.ts';
import type { Connector, ConnectorItem, IdentityRef, InteractionRecord, PartyRecord } from './connector.ts';
import { addCounts, type ImportCounts, noImportCounts } from './describe-import.ts';
import { connectorOf, getOwnImport } from './get-import.ts';
import { findSourceOfImport } from './import-source.ts';
import { readingOf } from './run-import.ts';

type Preview = Shape<typeof importPreview>;

const mostItems = 20_000;
const mostMs = 10_000;
const mostExamples = 12;
const mostProblems = 20;

export async function previewImport(ctx: Context, input: { importId: string }, signal?: AbortSignal): Promise<void> {
  const row = await getOwnImport(ctx, input.importId);
  if (row.status !== 'uploaded' && row.status !== 'previewing') return;
  await updateImport(ctx.db, row, { status: 'previewing', heartbeatAt: ctx.now() });
  try {
    const preview = await look(ctx, row, signal ?? new AbortController().signal);
    await transact(ctx.db, (tx) => updateImport(tx, row, { status: 'previewed', preview }));
  } catch (error) {
    if (signal?.aborted) throw error;
    await updateImport(ctx.db, row, { status: 'failed', problem: 'unreadable' });
    throw error;
  }
}

async function look(
  ctx: Context,
  row: Awaited<ReturnType<typeof getOwnImport>>,
  signal: AbortSignal,
): Promise<Preview> {
  const connector = connectorOf(ctx, row);
  const suggested = await ctx.ports.suggestOwnAddresses({ path: row.path, connector: connector.name });
  const until = ctx.now().getTime() + mostMs;
  const stop = new AbortController();
  const reading = {
    path: row.path,
    from: null,
    signal: AbortSignal.any([signal, stop.signal]),
    // Of a chat all who speak are named: only the user knows which of them is the user.
    ownAddresses: connector.brings === 'chats' ? [] : suggested.map(({ address }) => address),
    ...(await readingOf(ctx, row)),
    ...(row.settings.columns && { columns: row.settings.columns }),
  };
  const sight = new Sight();
  let complete = true;
  for await (const item of connector.read(reading)) {
    sight.add(item, ctx.now().getTime());
    if (sight.counts.read >= mostItems || ctx.now().getTime() > until) {
      complete = false;
      break;
    }
  }
  stop.abort();
  const source = await findSourceOfImport(ctx, row, connector);
  if (source) {
    const wanted = { sourceNumber: source.number, sourceKeys: [...sight.keys] };
    const known = await transact(ctx.db, (tx) => listInteractionsByKey(tx, wanted));
    sight.counts = addCounts(sight.counts, { stored: -known.length, duplicates: known.length });
  }
  const { email } = await getUserRow(ctx.db, row.ownerUserId);
  // The address one signs in with needs no guessing where it stands in the mail itself.
  const seen =
    connector.brings === 'mail' ? sight.people.get(keyOf({ kind: 'mail', value: email.toLowerCase() })) : undefined;
  const own = [
    ...(seen === undefined ? [] : [{ address: email.toLowerCase(), count: seen }]),
    ...suggested.filter(({ address }) => seen === undefined || address !== email.toLowerCase()),
  ];
  return {
    brings: connector.brings,
    sampled: sight.counts.read,
    complete,
    counts: sight.counts,
    from: iso(sight.fromMs),
    until: iso(sight.untilMs),
    ownAddresses: own.map(({ address, count }) => ({ address, count })),
    examples: sight.examples,
    problems: sight.problems,
    columns: await listColumns(connector, row),
  };
}

async function listColumns(connector: Connector, { path, settings }: ImportRow): Promise<Preview['columns']> {
  if (!connector.listColumns) return null;
  const { headings, names, chosen } = await connector.listColumns(path);
  return { headings: [...headings], names: [...names], chosen: { ...(settings.columns ?? chosen) } };
}

/** What was seen so far. */
class Sight {
  counts: ImportCounts = noImportCounts;
  fromMs = Infinity;
  untilMs = -Infinity;
  readonly keys = new Set<string>();
  /** In how many moments each took part. */
  readonly people = new Map<string, number>();
  readonly examples: Preview['examples'] = [];
  readonly problems: Preview['problems'] = [];

  add(item: ConnectorItem, nowMs: number): void {
    this.counts = { ...this.counts, read: this.counts.read + 1 };
    if (item.type === 'failed') this.fail(item.position, item.problem);
    else if (item.type === 'party') this.addParty(item.record);
    else if (item.record.atMs > nowMs + futureGraceMs) this.fail(item.record.sourceKey, 'future-date');
    else this.addInteraction(item.record);
  }

  private fail(position: string, problem: string): void {
    this.counts = { ...this.counts, failed: this.counts.failed + 1 };
    if (this.problems.length < mostProblems) this.problems.push({ position, problem });
  }

  private addParty(record: PartyRecord): void {
    this.counts = { ...this.counts, stored: this.counts.stored + 1, newParties: this.counts.newParties + 1 };
    const to = record.identities.map(({ value }) => value).join(', ');
    this.show({ at: null, from: record.name, to, subject: record.organisationName, outcome: record.kind });
  }

  private addInteraction(record: InteractionRecord): void {
    if (this.keys.has(record.sourceKey)) {
      this.counts = { ...this.counts, duplicates: this.counts.duplicates + 1 };
      return;
    }
    this.keys.add(record.sourceKey);
    const { mailClass } = record;
    if (mailClass === 'person') this.meet(new Set([record.from, ...record.to].map(keyOf)));
    this.fromMs = Math.min(this.fromMs, record.atMs);
    this.untilMs = Math.max(this.untilMs, record.atMs);
    this.counts = {
      ...this.counts,
      stored: this.counts.stored + 1,
      newParties: this.people.size,
      lists: this.counts.lists + (mailClass === 'list' ? 1 : 0),
      bulk: this.counts.bulk + (mailClass === 'bulk' ? 1 : 0),
      autoReplies: this.counts.autoReplies + (mailClass === 'auto-reply' ? 1 : 0),
      bounces: this.counts.bounces + (mailClass === 'bounce' ? 1 : 0),
    };
    const from = record.from.displayName ?? record.from.value;
    const to = record.to.map((ref) => ref.displayName ?? ref.value).join(', ');
    this.show({ at: iso(record.atMs), from, to, subject: record.subject, outcome: mailClass });
  }

  private meet(people: ReadonlySet<string>): void {
    for (const key of people) this.people.set(key, (this.people.get(key) ?? 0) + 1);
  }

  /** A few of every outcome rather than the first twelve mails of one list. */
  private show(example: Preview['examples'][number]): void {
    const alike = this.examples.filter(({ outcome }) => outcome === example.outcome).length;
    if (this.examples.length < mostExamples && alike < mostExamples / 3) this.examples.push(example);
  }
}

function keyOf({ kind, value }: Pick<IdentityRef, 'kind' | 'value'>): string {
  return `${kind} ${value}`;
}

function iso(ms: number): string | null {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null;
}
