/** The main way in: a batch of what happened becomes parties, interactions, ties and their states, in one transaction. */
import { v7 as uuidv7 } from 'uuid';
import { lockMailboxes, lockSource } from '#store/advisory-locks.ts';
import { linkAnswers } from '#store/answers.ts';
import type { Tx } from '#store/database.ts';
import { listOwnParties } from '#store/identities.ts';
import { type InteractionRow, insertInteractions, listInteractions, updateInteractions } from '#store/interactions.ts';
import { AppError } from '../app-error.ts';
import { getBenefitWeights } from '../benefits/weights.ts';
import { getFirm } from '../firm.ts';
import { keepTouchedIntroductions } from '../introductions/keep-introductions.ts';
import { getParameters } from '../parameters/parameters.ts';
import { storeProposals } from '../proposals/store-proposals.ts';
import { deriveTies } from './derive-ties.ts';
import { countClasses, type IngestCounts, type IngestInput, type IngestRecord, noCounts } from './ingest-record.ts';
import { storeSignals } from './mail-signals.ts';
import { adoptHidden, findOriginals, findParents, isMailbox, readSharing, rowOf } from './make-rows.ts';
import { type Resolved, resolveParties } from './resolve-parties.ts';
import { allFresh, keepLast, sortOut } from './sort-records.ts';
import { nothingDerived, storeDerived } from './store-derived.ts';

/** Clocks differ a little; what lies further ahead did not happen yet. */
export const futureGraceMs = 60_000;

export interface IngestResult {
  readonly counts: IngestCounts;
  /** Id of every record that is now in the log, by its source key. */
  readonly ids: ReadonlyMap<string, string>;
  /** Source keys of what a person deleted before: refused. */
  readonly buried: ReadonlySet<string>;
  readonly tieIds: readonly string[];
  /** What is new in the log. */
  readonly stored: readonly InteractionRow[];
  /** Those of us who take part in it. */
  readonly ownParties: ReadonlySet<string>;
}

export async function ingestInteractions(tx: Tx, input: IngestInput): Promise<IngestResult> {
  const { source, at } = input;
  const latestMs = at.getTime() + futureGraceMs;
  if (input.records.some((record) => record.atMs > latestMs)) throw new AppError('future-event');
  const counts = noCounts();
  const ids = new Map<string, string>();
  const records = keepLast(input.records, counts);
  const answering = records.some((record) => record.answers.length > 0);
  const isNews = input.isNews ?? false;
  if (isMailbox(source)) await lockMailboxes(tx);
  if (!isNews) await lockSource(tx, { sourceNumber: source.number, alone: answering });
  const { fresh, changed, buried } = isNews ? allFresh(records) : await sortOut(tx, { records, source, counts, ids });
  const nothing = { tieIds: [], stored: [], ownParties: new Set<string>() };
  if (fresh.length + changed.length === 0) return { counts, ids, buried, ...nothing };

  const resolved = await resolveAll(tx, input, [...fresh, ...changed.map((item) => item.record)]);
  const parents = await findParents(tx, source, fresh, changed, resolved);
  const originals = await findOriginals(tx, source, fresh);
  const sharingOf = input.sharingOf ?? (await readSharing(tx, source));
  const makeRow = (record: IngestRecord, id: string) =>
    rowOf({ record, id, input: { ...input, sharingOf }, resolved, parents, originals });
  const rows = fresh.flatMap((record) => makeRow(record, uuidv7()) ?? []);
  const changedRows = changed.flatMap(({ id, record }) => makeRow(record, id) ?? []);
  const inserted = await insertInteractions(tx, rows);
  await updateInteractions(tx, changedRows);
  const stored = rows.filter((row) => inserted.has(row.id));
  await adoptHidden(tx, stored, originals);
  const keys = isNews ? [] : keysOf(stored, changedRows);
  const relinked = keys.length > 0 ? await linkAnswers(tx, { sourceNumber: source.number, keys, ids: [] }) : [];

  const againIds = [...new Set([...changedRows, ...relinked].map((row) => row.id))].filter((id) => !inserted.has(id));
  const { timeZone } = await getFirm(tx);
  // Of a batch by itself those who take part were just looked up; what is derived again may be among others.
  const ownParties = againIds.length > 0 ? await listOwnParties(tx) : resolved.ownParties;
  const weights = await getBenefitWeights(tx);
  const derive = (derived: readonly InteractionRow[]) =>
    deriveTies(tx, { rows: derived, ownParties, timeZone, weights, at, latestMs });
  const tieIds = await storeDerived(tx, {
    fresh: await derive(stored),
    again: againIds.length > 0 ? await derive(await listInteractions(tx, againIds)) : nothingDerived,
    againIds,
    parameters: await getParameters(tx),
    at,
  });
  await storeSignals(tx, { source, rows: stored, records });
  await storeProposals(tx, { source, rows: stored, records, ownParties: resolved.ownParties, at });

  if (!source.isDerived) {
    const { actor, importId } = input;
    const news = { news: [...stored, ...changedRows], actor, at, importId, ingest: ingestInteractions };
    tieIds.push(...(await keepTouchedIntroductions(tx, news)));
  }

  for (const row of stored) ids.set(row.sourceKey, row.id);
  counts.stored = stored.length;
  counts.duplicates += rows.length - stored.length;
  counts.corrected = changedRows.length;
  counts.newParties = resolved.newParties;
  counts.touchedTies = tieIds.length;
  countClasses(counts, stored);
  return { counts, ids, buried, tieIds, stored, ownParties: resolved.ownParties };
}

function resolveAll(tx: Tx, input: IngestInput, records: readonly IngestRecord[]): Promise<Resolved> {
  const { actor, at, importId, source } = input;
  return getFirm(tx).then(({ defaultCountry }) =>
    resolveParties(tx, {
      records,
      actor,
      at,
      importId,
      defaultCountry,
      ownerUserId: source.ownerUserId,
      hidesPeople: source.hidesPeople ?? false,
      source: `source ${source.number}`,
    }),
  );
}

function keysOf(...groups: readonly (readonly InteractionRow[])[]): string[] {
  return groups.flatMap((rows) => rows.map((row) => row.sourceKey));
}
