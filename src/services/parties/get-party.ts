/** One relation, whole: who they are, how they hang together with us, and on whom. */
import type { Party } from '#contract/parties.ts';
import type { Db } from '#store/database.ts';
import type { PartyRecordRow } from '#store/parties.ts';
import { findPartyView, type PartyView } from '#store/party-view.ts';
import type { ShownStrand } from '#store/shown-strands.ts';
import { allow, viewerOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { describeFacts } from './describe-facts.ts';
import { describePartyRow } from './describe-party-row.ts';

export async function getParty(ctx: Context, input: { partyId: string }): Promise<Party> {
  const view = await findView(ctx, ctx.db, input.partyId);
  allow(ctx.actor, 'see', view?.record);
  return describeView(view);
}

/** Of a party that this actor may see, as the caller knows. */
export async function describeParty(ctx: Context, db: Db, row: { readonly id: string }): Promise<Party> {
  return describeView(await findView(ctx, db, row.id));
}

function findView(ctx: Context, db: Db, partyId: string): Promise<PartyView | undefined> {
  const viewerPartyId = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
  return findPartyView(db, {
    partyId,
    viewer: viewerOf(ctx.actor),
    viewerPartyId,
    on: ctx.now().toISOString().slice(0, 10),
  });
}

function describeView(view: PartyView | undefined): Party {
  if (!view) throw notFound();
  const { record, listed, strands, relations } = view;
  const { dependency, dependencyOn } = listed.figures ?? { dependency: null, dependencyOn: null };
  const on = strands.find((strand) => strand.ours.id === dependencyOn)?.ours;
  return {
    ...describePartyRow(listed),
    givenName: record.givenName,
    familyName: record.familyName,
    jobTitle: record.jobTitle,
    note: record.note,
    ...describeFacts(view),
    identities: record.identities.map((identity) => ({ ...identity })),
    closures: record.closures.map((closure) => ({ ...closure })),
    personalFoundation: record.personalFoundation,
    isOwn: record.isOwn,
    strands: strands.map(describeStrand),
    dependency: dependency === null || !on ? null : { share: dependency, on },
    relations: relations.map((relation) => ({ ...relation })),
    createdAt: new Date(record.createdAt).toISOString(),
    updatedAt: new Date(record.updatedAt).toISOString(),
    deletedAt: record.deletedAt === null ? null : new Date(record.deletedAt).toISOString(),
  };
}

/** Of somebody private each of those who may see them sees only what is between them and that person. */
export function viewOf(ctx: Context, row: Pick<PartyRecordRow, 'id' | 'isPrivate'>) {
  const own = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
  return { partyId: row.id, onlyOurs: row.isPrivate ? (own ?? '00000000-0000-0000-0000-000000000000') : null };
}

function describeStrand(strand: ShownStrand): Party['strands'][number] {
  return {
    tieId: strand.tieId,
    ours: strand.ours,
    theirs: strand.theirs,
    bond: strand.bond,
    lastAt: strand.lastAt === null ? null : new Date(strand.lastAt).toISOString(),
  };
}
