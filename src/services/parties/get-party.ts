/** One relation, whole: who they are, how they hang together with us, and on whom. */
import type { Party } from '#contract/parties.ts';
import type { Db } from '#store/database.ts';
import { findParty, type PartyRecordRow } from '#store/parties.ts';
import { listPartyRows } from '#store/party-rows.ts';
import { listRelations } from '#store/relations.ts';
import { listShownStrands, type ShownStrand } from '#store/shown-strands.ts';
import { allow, viewerOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { describePartyRow } from './describe-party-row.ts';

export async function getParty(ctx: Context, input: { partyId: string }): Promise<Party> {
  const row = allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  return describeParty(ctx, ctx.db, row);
}

export async function describeParty(ctx: Context, db: Db, row: PartyRecordRow): Promise<Party> {
  const viewer = viewerOf(ctx.actor);
  const listed = (await listPartyRows(db, [row.id], viewer)).get(row.id);
  if (!listed) throw notFound();
  const strands = row.isOwn
    ? []
    : await listShownStrands(db, { ...viewOf(ctx, row), on: ctx.now().toISOString().slice(0, 10) });
  const { dependency, dependencyOn } = listed.figures ?? { dependency: null, dependencyOn: null };
  const on = strands.find((strand) => strand.ours.id === dependencyOn)?.ours;
  return {
    ...describePartyRow(listed),
    givenName: row.givenName,
    familyName: row.familyName,
    jobTitle: row.jobTitle,
    birthday: row.birthday,
    note: row.note,
    addresses: [...row.addresses],
    identities: row.identities.map((identity) => ({ ...identity })),
    closures: row.closures.map((closure) => ({ ...closure })),
    personalFoundation: row.personalFoundation,
    isOwn: row.isOwn,
    strands: strands.map(describeStrand),
    dependency: dependency === null || !on ? null : { share: dependency, on },
    relations: (await listRelations(db, { partyId: row.id, viewer })).map((relation) => ({ ...relation })),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
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
