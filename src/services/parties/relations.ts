/** Declared links: who works where, who is family, who introduced whom. */
import { v7 as uuidv7 } from 'uuid';
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { findPartiesById } from '#store/identities.ts';
import {
  deleteRelation,
  findRelation,
  insertRelation,
  listSameRelations,
  type RelationRecord,
  updateRelation as updateRow,
} from '#store/relations.ts';
import { listTieIdsOfParties, markTiesStale } from '#store/stale-ties.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { refreshParties } from '../figures/refresh-figures.ts';
import { refreshSoon } from '../figures/refresh-soon.ts';
import { ingestInteractions } from '../interactions/ingest-interactions.ts';
import { dropIntroduction } from '../introductions/drop-introduction.ts';
import { keepIntroductions } from '../introductions/keep-introductions.ts';

interface LinkFields {
  readonly title?: string | null;
  readonly fromOn?: string | null;
  readonly untilOn?: string | null;
}

export interface RelationInput extends LinkFields {
  readonly typeKey: string;
  readonly fromParty: string;
  readonly toParty: string;
}

export async function createRelation(
  ctx: Context,
  input: RelationInput,
  /** The contact moment in which it was said, where that is known. */
  said: { writtenIn?: string } = {},
): Promise<{ id: string }> {
  const { typeKey, fromParty, toParty } = input;
  if (fromParty === toParty) throw badInput('body.toParty', 'same-party');
  const ends = { typeKey, fromParty, toParty };
  const fields = { title: input.title || null, fromOn: input.fromOn ?? null, untilOn: input.untilOn ?? null };
  refuseBackwards(fields);
  return transact(ctx.db, async (tx) => {
    await allowBoth(ctx, tx, [fromParty, toParty]);
    const [was, ...more] = await listSameRelations(tx, { ...ends, ...fields });
    if (was) return { id: await sayAgain(ctx, tx, { was, isAlone: more.length === 0, input }) };
    const id = await insertRelation(tx, { id: uuidv7(), ...ends, ...fields, at: ctx.now() });
    if (id === null) throw badInput('body.typeKey', 'unknown-relation-type');
    await noteRelation(ctx, tx, { id, fromParty, version: 1, act: 'create', after: { ...ends, ...fields } });
    await afterChange(ctx, tx, ends);
    await keepIntroduction(ctx, tx, { id, typeKey, ...said });
    return { id };
  });
}

/**
 * The same link again in a time in which it holds already is that link, which learns what was not known of it yet.
 * What says something else about its beginning is another one, and cannot stand beside it.
 */
async function sayAgain(
  ctx: Context,
  tx: Tx,
  said: { was: RelationRecord; isAlone: boolean; input: RelationInput },
): Promise<string> {
  const { was, isAlone, input } = said;
  const isDated = Boolean(input.fromOn ?? input.untilOn);
  const contradicts = was.fromOn !== null && Boolean(input.fromOn) && input.fromOn !== was.fromOn;
  // Without dates it means "now": a link that is over already is not that one.
  const isOver = was.untilOn !== null && was.untilOn <= ctx.now().toISOString().slice(0, 10);
  if (contradicts || (isDated && !isAlone) || (!isDated && isOver)) throw overlaps();
  const { title, fromOn, untilOn } = input;
  const wanted = Object.entries({ title, fromOn, untilOn }).filter(([, value]) => value != null && value !== '');
  if (wanted.length > 0)
    await updateRelation({ ...ctx, db: tx }, { relationId: was.id, ...Object.fromEntries(wanted) });
  return was.id;
}

export async function updateRelation(
  ctx: Context,
  input: LinkFields & { relationId: string; ifVersion?: number },
): Promise<{ id: string; version: number }> {
  const { relationId, ifVersion, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const found = await findRelation(tx, relationId, { lock: true });
    if (!found) throw notFound();
    await allowBoth(ctx, tx, [found.fromParty, found.toParty]);
    const was = allow(ctx.actor, 'edit', found);
    const current = relationFieldsOf(was);
    const describe = async () => ({ ...was });
    const { version } = was;
    await mergeFields(tx, { recordId: was.id, ifVersion, version, wanted: { ...wanted }, current, describe });
    const fields = {
      title: wanted.title === undefined ? was.title : wanted.title || null,
      fromOn: wanted.fromOn === undefined ? was.fromOn : wanted.fromOn,
      untilOn: wanted.untilOn === undefined ? was.untilOn : wanted.untilOn,
    };
    refuseBackwards(fields);
    const others = (await listSameRelations(tx, { ...was, ...fields })).filter(({ id }) => id !== was.id);
    if (others.length > 0) throw overlaps();
    await updateRow(tx, was, fields);
    const after = { ...was, ...fields };
    await noteRelation(ctx, tx, { ...was, act: 'update', was, after, version: version + 1 });
    await afterChange(ctx, tx, was);
    if (fields.fromOn !== was.fromOn) await keepIntroduction(ctx, tx, was);
    return { id: was.id, version: version + 1 };
  });
}

export async function removeRelation(ctx: Context, input: { relationId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const found = await findRelation(tx, input.relationId);
    if (!found) throw notFound();
    await allowBoth(ctx, tx, [found.fromParty, found.toParty]);
    if (found.typeKey === 'introduced') await dropIntroduction(tx, { relationId: found.id, at: ctx.now() });
    await deleteRelation(tx, allow(ctx.actor, 'edit', found));
    await noteRelation(ctx, tx, { ...found, act: 'remove', was: found });
    await afterChange(ctx, tx, found);
    return { done: true };
  });
}

interface NotedRelation {
  readonly id: string;
  readonly fromParty: string;
  readonly act: ChangeAct;
  readonly version: number;
  readonly was?: RelationRecord;
  readonly after?: RelationInput;
}

async function noteRelation(ctx: Context, tx: Tx, noted: NotedRelation): Promise<void> {
  const { id, fromParty, act, version, was, after } = noted;
  const sides = { ...(was && { before: relationFieldsOf(was) }), ...(after && { after: relationFieldsOf(after) }) };
  await noteChange(ctx, tx, { noun: 'relation', recordId: id, partyId: fromParty, act, version, ...sides });
}

export function relationFieldsOf(row: RelationInput): FieldValues {
  const { typeKey, fromParty, toParty, title = null, fromOn = null, untilOn = null } = row;
  return { typeKey, fromParty, toParty, title, fromOn, untilOn };
}

async function allowBoth(ctx: Context, tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = await findPartiesById(tx, ids);
  for (const id of ids) {
    allow(
      ctx.actor,
      'edit',
      rows.find((row) => row.partyId === id),
    );
  }
}

/** Who brought somebody gave us something by it. */
async function keepIntroduction(
  ctx: Context,
  tx: Tx,
  { id, typeKey, writtenIn }: { id: string; typeKey: string; writtenIn?: string },
): Promise<void> {
  if (typeKey !== 'introduced') return;
  const how = { relationIds: [id], actor: ctx.actor, at: ctx.now(), ingest: ingestInteractions };
  const tieIds = await keepIntroductions(tx, writtenIn === undefined ? how : { ...how, writtenIn });
  refreshSoon(tx, { tieIds, now: ctx.now });
}

/** Whose strands an organisation has follows from who works there. */
async function afterChange(
  ctx: Context,
  tx: Tx,
  link: { typeKey: string; fromParty: string; toParty: string },
): Promise<void> {
  if (link.typeKey !== 'works-at') return;
  const tieIds = await listTieIdsOfParties(tx, [link.fromParty]);
  await markTiesStale(tx, { tieIds, at: ctx.now() });
  const [employer] = await findPartiesById(tx, [link.toParty]);
  if (employer && !employer.isOwn) await refreshParties(tx, { partyIds: [link.toParty], at: ctx.now() });
}

function refuseBackwards({ fromOn, untilOn }: LinkFields): void {
  if (fromOn && untilOn && untilOn < fromOn) throw badInput('body.untilOn', 'until-before-from');
}

function overlaps(): AppError {
  return badInput('body.fromOn', 'link-overlaps');
}

function badInput(path: string, code: string): AppError {
  return new AppError('bad-input', { problems: [{ path, code, message: code.replaceAll('-', ' ') }] });
}
