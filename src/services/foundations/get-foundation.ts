/** Why a relation is with us, as its page shows it. */
import type { Foundation } from '#contract/foundations.ts';
import { listFoundationKinds, listReadings } from '#store/foundations.ts';
import { listHelpers } from '#store/leaning-parties.ts';
import { findParty } from '#store/parties.ts';
import { allow, isAllowed } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { describeKept, describeKind, describeReading, describeStatement } from './describe-foundation.ts';
import { listFoundations } from './list-foundations.ts';
import { listStatedOf } from './refresh-foundation.ts';

const mostHistory = 50;
const mostColleagues = 100;

export async function getFoundation(ctx: Context, input: { partyId: string }): Promise<Foundation> {
  const party = allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  if (party.deletedAt !== null) throw notFound();
  const now = ctx.now();
  const found = await listFoundations(ctx.db, { partyIds: [party.id], nowMs: now.getTime() });
  const reading = found.get(party.id);
  if (!reading) throw notFound();
  const statements = await listStatedOf(ctx.db, party.id, now);
  const asked = { partyIds: [party.id], hangsOn: [party.id], most: mostColleagues, hasLeft: true };
  const colleagues = await listHelpers(ctx.db, asked);
  const readings = await listReadings(ctx.db, { partyId: party.id, limit: mostHistory });
  return {
    ...describeReading(reading),
    colleagues: (colleagues.get(party.id) ?? []).map(({ id, name }) => ({ id, name })),
    kinds: (await listFoundationKinds(ctx.db)).map(describeKind),
    statements: statements.filter((row) => isAllowed(ctx.actor, 'see', row)).map(describeStatement),
    history: readings.map(describeKept),
  };
}
