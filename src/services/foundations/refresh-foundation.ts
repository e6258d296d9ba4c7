/** Reads a relation's foundation anew and puts it beside what it was. */
import { v7 as uuidv7 } from 'uuid';
import { type FoundationReading, listMostly, readFoundation } from '#engine/foundation.ts';
import type { Db, Tx } from '#store/database.ts';
import { listStatements } from '#store/foundation-statements.ts';
import {
  deleteFoundation,
  type FoundationRow,
  insertReading,
  listFoundationRows,
  upsertFoundation,
} from '#store/foundations.ts';
import { listMembers } from '#store/members.ts';
import { findParty } from '#store/parties.ts';
import { listPartyChoices } from '#store/party-choices.ts';
import { listPartiesWorkedAt } from '#store/strands.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { listPeopleStrengths, readFirmPrior } from './list-foundations.ts';

/** Less than this is time passing, not news. */
const worthKeeping = 0.02;

interface Refreshing {
  readonly partyIds: readonly string[];
  readonly at: Date;
  /** Who caused it; null: the program itself. */
  readonly userId: string | null;
}

export async function refreshFoundations(tx: Tx, input: Refreshing): Promise<void> {
  const nowMs = input.at.getTime();
  const prior = await readFirmPrior(tx);
  const strengths = await listPeopleStrengths(tx, { partyIds: input.partyIds, nowMs });
  const choices = await listPartyChoices(tx, input.partyIds);
  const kept = await listFoundationRows(tx, input.partyIds);
  for (const partyId of input.partyIds) {
    const bare = {
      kinds: prior.kinds,
      prior: prior.prior.shares,
      priorN: prior.prior.n,
      peopleStrength: strengths.get(partyId) ?? 0,
      nowMs,
    };
    const stated = await listStatedOf(tx, partyId, input.at);
    const reading = readFoundation({ ...bare, stated, choices: choices.get(partyId) ?? null });
    const was = kept.get(partyId);
    await keepReading(tx, { ...input, partyId, reading, was });
    // The first word of theirs stands beside what was thought before it.
    if (!was && reading.ground !== 'segment') {
      const before = readFoundation({ ...bare, stated: [], choices: null });
      const at = new Date(nowMs - 1);
      await insertReading(tx, { ...before, id: uuidv7(nowMsOf(at)), partyId, userId: null, at });
    }
  }
}

/** Of a relation after something was said, and of where this person works. */
export async function refreshFoundationsAround(ctx: Context, tx: Tx, partyId: string): Promise<void> {
  const party = await findParty(tx, partyId);
  // What somebody keeps private says nothing about the firm it works at.
  const firms = party && party.visibleTo === null ? await listPartiesWorkedAt(tx, [partyId]) : [];
  await refreshFoundations(tx, { partyIds: [partyId, ...firms], at: ctx.now(), userId: viewerOf(ctx.actor) });
}

function nowMsOf(at: Date): { msecs: number } {
  return { msecs: at.getTime() };
}

async function keepReading(
  tx: Tx,
  {
    partyId,
    reading,
    was,
    userId,
    at,
  }: Refreshing & {
    partyId: string;
    reading: FoundationReading;
    was: FoundationRow | undefined;
  },
): Promise<void> {
  if (reading.ground === 'segment') await deleteFoundation(tx, partyId);
  else await upsertFoundation(tx, { ...reading, ...summarise(reading), partyId, at });
  if (reading.ground === 'segment' && !was) return;
  if (was && !isNews(was, reading)) return;
  await insertReading(tx, { ...reading, id: uuidv7(), partyId, userId, at });
}

/** Of an organisation also what its people say. */
export async function listStatedOf(db: Db, partyId: string, at: Date) {
  const members = await listMembers(db, { partyIds: [partyId], on: at.toISOString().slice(0, 10) });
  const rows = await listStatements(
    db,
    members.map(({ memberId }) => memberId),
  );
  return rows.map((row) => ({ ...row, atMs: row.saidAt.getTime() }));
}

function summarise(reading: FoundationReading) {
  const largest = largestOf(reading);
  return { largest, mostly: listMostly(reading.shares), largestShare: Math.min(1, reading.shares[largest] ?? 0) };
}

export function largestOf({ shares }: Pick<FoundationReading, 'shares'>): string {
  const [largest] = Object.entries(shares).toSorted(([, left], [, right]) => right - left);
  return largest?.[0] ?? 'personal';
}

function isNews(was: FoundationRow, now: FoundationReading): boolean {
  if (was.ground !== now.ground || was.n !== now.n) return true;
  const kinds = new Set([...Object.keys(was.shares), ...Object.keys(now.shares)]);
  return [...kinds].some((kind) => Math.abs((was.shares[kind] ?? 0) - (now.shares[kind] ?? 0)) >= worthKeeping);
}
