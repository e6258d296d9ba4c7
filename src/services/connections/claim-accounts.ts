/** An account that is connected is its owner: what it wrote was written by the colleague, or by the firm. */
import { v7 as uuidv7 } from 'uuid';
import { lockNewParties } from '#store/advisory-locks.ts';
import type { Tx } from '#store/database.ts';
import { findPartiesByIdentity, insertIdentities } from '#store/identities.ts';
import { getFirm } from '../firm.ts';
import type { IdentityRef } from '../imports/connector.ts';
import { claimOwnAddresses } from '../imports/own-addresses.ts';
import { getUserRow } from '../user-row.ts';

interface Claim {
  readonly identities: readonly IdentityRef[];
  readonly ownerUserId: string | null;
  readonly at: Date;
}

export async function claimAccounts(tx: Tx, { identities, ownerUserId, at }: Claim): Promise<void> {
  const mails = identities.filter(({ kind }) => kind === 'mail').map(({ value }) => value);
  const others = identities.filter(({ kind }) => kind !== 'mail');
  if (ownerUserId !== null) {
    const [account, ...aliases] = mails;
    await claimOwnAddresses(tx, { userId: ownerUserId, addresses: account === undefined ? [] : [account], at });
    // What else was sent from there may be an address that colleagues share: then it is not theirs alone.
    await claimOwnAddresses(tx, { userId: ownerUserId, addresses: await listFree(tx, aliases, ownerUserId), at });
    const { partyId } = await getUserRow(tx, ownerUserId);
    if (partyId !== null) await addUnknown(tx, { identities: others, partyId, at });
    return;
  }
  const { partyId } = await getFirm(tx);
  await addUnknown(tx, { identities, partyId, at });
}

/** One that somebody has already stays theirs. */
async function addUnknown(
  tx: Tx,
  { identities, partyId, at }: { identities: readonly IdentityRef[]; partyId: string; at: Date },
): Promise<void> {
  if (identities.length === 0) return;
  await lockNewParties(tx);
  const known = new Set((await findPartiesByIdentity(tx, identities)).map(({ kind, value }) => `${kind} ${value}`));
  const fresh = identities.filter(({ kind, value }) => !known.has(`${kind} ${value}`));
  await insertIdentities(
    tx,
    fresh.map(({ kind, value, label }) => ({
      id: uuidv7(),
      partyId,
      kind,
      value,
      label: label ?? null,
      isPrimary: false,
    })),
    at,
  );
}

async function listFree(tx: Tx, addresses: readonly string[], userId: string): Promise<string[]> {
  const { partyId } = await getUserRow(tx, userId);
  const known = await findPartiesByIdentity(
    tx,
    addresses.map((value) => ({ kind: 'mail', value })),
  );
  const taken = known.filter(
    (row) => row.partyId !== partyId && (row.isOwn || row.visibleTo?.includes(userId) === false),
  );
  const values = new Set(taken.map(({ value }) => value));
  return addresses.filter((address) => !values.has(address));
}
