/** From names and addresses to parties, for a whole batch at once. */

import { lockNewParties } from '#store/advisory-locks.ts';
import type { Tx } from '#store/database.ts';
import { addPrivateViewers, findPartiesById, findPartiesByIdentity } from '#store/identities.ts';
import { AppError } from '../app-error.ts';
import type { Actor } from '../context.ts';
import { getFirm } from '../firm.ts';
import { firmItself, type IdentityRef } from '../imports/connector.ts';
import { type MadeParty, makeParties, type Stranger } from '../parties/make-parties.ts';
import { normaliseIdentity } from '../parties/normalise-identity.ts';
import { customerKey, resolveCustomers } from '../parties/resolve-customers.ts';
import { isPassing } from './derive-ties.ts';
import type { IngestRecord, PartyRef } from './ingest-record.ts';

interface ResolveInput {
  readonly records: readonly IngestRecord[];
  readonly actor: Actor;
  readonly at: Date;
  readonly importId: string | null;
  readonly ownerUserId: string | null;
  readonly hidesPeople: boolean;
  readonly defaultCountry: string;
  readonly source: string;
}

export interface Resolved {
  /** Null for a name that cannot be one (no mail address, an empty key). */
  partyOf(ref: PartyRef): string | null;
  readonly ownParties: ReadonlySet<string>;
  readonly newParties: number;
}

export async function resolveParties(tx: Tx, input: ResolveInput): Promise<Resolved> {
  const refs = input.records.flatMap((record) => [record.from, ...record.to]);
  const wanted = listStrangers(input.records, input.defaultCountry);
  const found = new Map<string, MadeParty>();
  const remember = (rows: readonly MadeParty[]) => {
    for (const row of rows) found.set(keyOf(row), row);
  };
  remember(await findPartiesByIdentity(tx, wanted));
  let missing = wanted.filter((stranger) => !found.has(keyOf(stranger)));
  let newParties = 0;
  if (missing.length > 0) {
    await lockNewParties(tx);
    // Somebody may have met them while we waited.
    remember(await findPartiesByIdentity(tx, missing));
    missing = missing.filter((stranger) => !found.has(keyOf(stranger)));
    const { at, importId, source, ownerUserId: privateTo, hidesPeople } = input;
    remember(await makeParties(tx, { strangers: missing, at, importId, privateTo, hidesPeople, source }));
    newParties = missing.length;
  }
  await letIn(tx, found.values(), input);
  const named = await findNamed(tx, refs, input.actor);
  const customers = await resolveCustomers(tx, { ...input, refs: refs.filter(isIdentity) });
  const firmId = refs.some(isFirm) ? (await getFirm(tx)).partyId : null;
  const told = await findPartiesById(tx, [...new Set([...customers.partyIds.values(), ...(firmId ? [firmId] : [])])]);
  await letIn(tx, told, input);
  const known = [...found.values(), ...named.values(), ...told];
  const own = new Set(told.filter(({ isOwn }) => isOwn).map(({ partyId }) => partyId));
  const customerOf = (ref: IdentityRef) => {
    const partyId = customers.partyIds.get(customerKey(ref));
    // A bill to ourselves happened with nobody.
    return partyId === undefined || own.has(partyId) ? null : partyId;
  };
  return {
    partyOf(ref) {
      if (ref.kind === 'party') return named.get(ref.partyId)?.partyId ?? null;
      if (isFirm(ref)) return firmId;
      if (ref.customer) return customerOf(ref);
      const identity = normaliseIdentity(ref, input.defaultCountry);
      return identity === null ? null : (found.get(keyOf(identity))?.partyId ?? null);
    },
    ownParties: new Set(known.filter((party) => party.isOwn).map((party) => party.partyId)),
    newParties: newParties + customers.newParties,
  };
}

function isIdentity(ref: PartyRef): ref is IdentityRef {
  return ref.kind !== 'party';
}

function isFirm(ref: PartyRef): boolean {
  return ref.kind === firmItself.kind && ref.value === firmItself.value;
}

function keyOf({ kind, value }: { kind: string; value: string }): string {
  return `${kind} ${value}`;
}

/** Each identity once; the first that brings a name gives the name. */
function listStrangers(records: readonly IngestRecord[], defaultCountry: string): Stranger[] {
  const strangers = new Map<string, Stranger>();
  for (const { from, to, mailClass, channel, kind } of records) {
    const isMet = mailClass === 'person' && !(channel === 'social' && isPassing(kind));
    for (const ref of [from, ...to]) {
      if (ref.kind === 'party' || ref.customer || isFirm(ref)) continue;
      const identity = normaliseIdentity(ref, defaultCountry);
      if (identity === null) continue;
      const known = strangers.get(keyOf(identity));
      const displayName = known?.displayName ?? ref.displayName;
      const isMailing = !isMet && (known?.isMailing ?? true);
      const label = known?.label ?? ref.label ?? null;
      strangers.set(keyOf(identity), { ...identity, displayName, label, isMailing });
    }
  }
  return [...strangers.values()];
}

async function findNamed(tx: Tx, refs: readonly PartyRef[], actor: Actor) {
  const ids = [...new Set(refs.flatMap((ref) => (ref.kind === 'party' ? [ref.partyId] : [])))];
  const rows = await findPartiesById(tx, ids);
  const visible = rows.filter(
    (row) => row.visibleTo === null || (actor.kind === 'user' && row.visibleTo.includes(actor.userId)),
  );
  // A party of somebody else's private life answers like one that does not exist.
  if (visible.length < ids.length) throw new AppError('not-found');
  return new Map(visible.map((row) => [row.partyId, row]));
}

/** Whoever writes with someone may see them, also when it was another who met them first. */
async function letIn(
  tx: Tx,
  parties: Iterable<Pick<MadeParty, 'partyId' | 'visibleTo'>>,
  input: ResolveInput,
): Promise<void> {
  const userId = input.ownerUserId ?? (input.actor.kind === 'user' ? input.actor.userId : null);
  if (userId === null) return;
  const closed = [...parties].filter((party) => party.visibleTo !== null && !party.visibleTo.includes(userId));
  await addPrivateViewers(
    tx,
    closed.map(({ partyId }) => ({ partyId, userId })),
  );
}
