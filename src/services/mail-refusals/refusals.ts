/** Who asked for no mail that they did not ask for: written down, taken back, and what it comes from. */
import type { MailRefusal } from '#contract/mail-templates.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Db, Tx } from '#store/database.ts';
import { deleteRefusal, findRefusal, type RefusalRow, writeRefusal } from '#store/mail-refusals.ts';
import { findParty, type PartyRecordRow } from '#store/parties.ts';
import { transact } from '#store/transact.ts';
import { allow, viewerOf } from '../allow.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

export async function getRefusal(ctx: Context, { partyId }: { partyId: string }): Promise<MailRefusal> {
  return describe(ctx.db, allow(ctx.actor, 'see', await findParty(ctx.db, partyId)));
}

interface Refusing {
  readonly partyId: string;
  readonly origin?: 'hand' | 'mail';
  readonly saidAt?: string;
}

export async function setRefusal(ctx: Context, { partyId, origin = 'hand', saidAt }: Refusing): Promise<MailRefusal> {
  return transact(ctx.db, async (tx) => {
    const party = allow(ctx.actor, 'edit', await findParty(tx, partyId));
    const was = await findRefusal(tx, partyId);
    const at = ctx.now();
    const said = saidAt === undefined ? at : new Date(saidAt);
    await writeRefusal(tx, party, { origin, saidAt: said, notedBy: viewerOf(ctx.actor), at });
    await noteRefusal(ctx, tx, { party, was, now: await findRefusal(tx, partyId) });
    return describe(tx, party);
  });
}

export async function removeRefusal(ctx: Context, { partyId }: { partyId: string }): Promise<MailRefusal> {
  return transact(ctx.db, async (tx) => {
    const party = allow(ctx.actor, 'edit', await findParty(tx, partyId));
    const was = await findRefusal(tx, partyId);
    await deleteRefusal(tx, party);
    await noteRefusal(ctx, tx, { party, was, now: undefined });
    return describe(tx, party);
  });
}

export function refusalFields(row: RefusalRow | undefined) {
  return { isRefused: row !== undefined, origin: row?.origin ?? null, saidAt: row?.saidAt.toISOString() ?? null };
}

interface Noted {
  readonly party: Allowed<PartyRecordRow>;
  readonly was: RefusalRow | undefined;
  readonly now: RefusalRow | undefined;
}

async function noteRefusal(ctx: Context, tx: Tx, { party, was, now }: Noted): Promise<void> {
  const about = { noun: 'mail-refusal', recordId: party.id, partyId: party.id, label: party.name } as const;
  await noteChange(ctx, tx, { ...about, act: 'update', before: refusalFields(was), after: refusalFields(now) });
}

async function describe(db: Db, party: PartyRecordRow): Promise<MailRefusal> {
  const row = await findRefusal(db, party.id);
  const isWish = row === undefined && party.contactWish === 'rather-not';
  return {
    partyId: party.id,
    isRefused: row !== undefined || isWish,
    origin: row?.origin ?? (isWish ? 'wish' : null),
    saidAt: row?.saidAt.toISOString() ?? null,
    notedBy: row?.noterName ?? null,
  };
}
