/** Adding and changing relations, and the bin. */
import { v7 as uuidv7 } from 'uuid';
import type { Party } from '#contract/parties.ts';
import { lockNewParties } from '#store/advisory-locks.ts';
import type { Allowed } from '#store/allowed.ts';
import { takeOutOfBin } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { addPrivateViewers, insertIdentities } from '#store/identities.ts';
import { insertParties, insertRelations, plainParty } from '#store/new-parties.ts';
import { findParty, type PartyRecordRow, setPartyDeleted, writeRoles } from '#store/parties.ts';
import { listTieIdsOfParties, markTiesStale } from '#store/stale-ties.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { type AlsoChanged, mergeFields } from '../changes/merge-fields.ts';
import type { Context } from '../context.ts';
import { refreshEmployers } from '../figures/refresh-employers.ts';
import { refreshTies } from '../figures/refresh-figures.ts';
import { getFirm } from '../firm.ts';
import { describeParty } from './get-party.ts';
import { searchTextOf, sortNameOf } from './names.ts';
import { flattenFields, noteParty, partyFieldsOf } from './note-party.ts';
import { markPrimary, normaliseAll, replaceIdentities } from './party-identities.ts';
import { type PartyFields, writePartyFields } from './write-party.ts';

interface CreateInput extends PartyFields {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly organisationId?: string | null;
}

export async function createParty(ctx: Context, input: CreateInput): Promise<Party> {
  const at = ctx.now();
  return transact(ctx.db, async (tx) => {
    const { defaultCountry } = await getFirm(tx);
    await lockNewParties(tx);
    const identities = await normaliseAll(tx, input.identities ?? [], { defaultCountry, partyId: null });
    const { kind, name } = input;
    const id = uuidv7();
    const roles = input.roles ?? [];
    const isPrivate = roles.includes('private');
    const party = {
      ...plainParty,
      id,
      kind,
      name,
      sortName: sortNameOf(name, kind),
      searchText: searchTextOf({ name, identities }),
      roles,
      triagedAt: roles.length > 0 ? at : null,
      visibility: isPrivate ? ('private' as const) : ('firm' as const),
    };
    await insertParties(tx, [party], at);
    if (isPrivate) await addPrivateViewers(tx, [{ partyId: id, userId: userOf(ctx.actor) }]);
    const rows = markPrimary(identities).map((row) => ({ ...row, id: uuidv7(), partyId: id }));
    await insertIdentities(tx, rows, at);
    const made = allow(ctx.actor, 'edit', await findParty(tx, id));
    await writePartyFields(ctx, tx, made, input);
    if (input.organisationId) await employ(ctx, tx, { partyId: id, organisationId: input.organisationId, at });
    const now = await reread(tx, id);
    await noteParty(ctx, tx, { act: 'create', now });
    return describeParty(ctx, tx, now);
  });
}

export async function updatePartyFields(
  ctx: Context,
  input: PartyFields & { partyId: string; ifVersion?: number },
): Promise<Party & { alsoChanged: AlsoChanged[] }> {
  const at = ctx.now();
  const { partyId, ifVersion, ...written } = input;
  const wanted = flattenFields({ ...written });
  return transact(ctx.db, async (tx) => {
    if (input.identities) await lockNewParties(tx);
    const row = allow(ctx.actor, 'edit', await findParty(tx, partyId, { lock: true }));
    const current = partyFieldsOf(row);
    const describe = () => describeParty(ctx, tx, row);
    const { version } = row;
    const alsoChanged = await mergeFields(tx, { recordId: partyId, ifVersion, version, wanted, current, describe });
    let identities: readonly { kind: string; value: string }[] = row.identities;
    if (input.identities) {
      const { defaultCountry } = await getFirm(tx);
      const given = await normaliseAll(tx, input.identities, { defaultCountry, partyId });
      await replaceIdentities(tx, row, { wanted: given, at });
      identities = given;
    }
    await writePartyFields(ctx, tx, { ...row, identities } as Allowed<PartyRecordRow>, input);
    if (input.roles) {
      await writeRoles(tx, row, { roles: input.roles, viewer: userOf(ctx.actor), at, isDecided: true });
      await refreshEmployers(tx, { partyIds: [row.id], at });
    }
    if (changesReading(input)) {
      const tieIds = await listTieIdsOfParties(tx, [row.id]);
      await markTiesStale(tx, { tieIds, at });
      await refreshTies(tx, { tieIds: tieIds.slice(0, mostRefreshedAtOnce), at });
      if (tieIds.length > mostRefreshedAtOnce) await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
    }
    const now = await reread(tx, partyId);
    await noteParty(ctx, tx, { act: 'update', was: row, now });
    return { ...(await describeParty(ctx, tx, now)), alsoChanged };
  });
}

/** More ties than this are left to the job: nobody waits on a form for them. */
export const mostRefreshedAtOnce = 20;

export async function removeParty(ctx: Context, input: { partyId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', await findParty(tx, input.partyId, { lock: true }));
    // Without us there is no tie to speak of.
    if (row.isOwn) throw new AppError('not-allowed');
    if (row.deletedAt === null) {
      await setPartyDeleted(tx, row, { deletedAt: ctx.now(), at: ctx.now() });
      await noteParty(ctx, tx, { act: 'remove', now: row });
    }
    await refreshEmployers(tx, { partyIds: [row.id], at: ctx.now() });
    return { done: true };
  });
}

export async function restoreParty(ctx: Context, input: { partyId: string }): Promise<Party> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', await findParty(tx, input.partyId, { lock: true }));
    if (row.deletedAt !== null) {
      await setPartyDeleted(tx, row, { deletedAt: null, at: ctx.now() });
      await noteParty(ctx, tx, { act: 'restore', now: row });
      await takeOutOfBin(tx, row.id, ctx.now());
    }
    await refreshEmployers(tx, { partyIds: [row.id], at: ctx.now() });
    return describeParty(ctx, tx, await reread(tx, row.id));
  });
}

function changesReading(input: PartyFields): boolean {
  return input.contactWish !== undefined || input.closures !== undefined || input.personalFoundation !== undefined;
}

async function employ(
  ctx: Context,
  tx: Tx,
  input: { partyId: string; organisationId: string; at: Date },
): Promise<void> {
  const organisation = allow(ctx.actor, 'see', await findParty(tx, input.organisationId));
  const relation = { typeKey: 'works-at', fromParty: input.partyId, toParty: organisation.id, source: 'hand' };
  await insertRelations(tx, [{ id: uuidv7(), ...relation }], input.at);
}

async function reread(tx: Tx, id: string): Promise<PartyRecordRow> {
  const row = await findParty(tx, id);
  if (!row) throw notFound();
  return row;
}
