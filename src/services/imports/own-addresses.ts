/** The addresses a user calls their own become identities of the user's own party. */
import { v7 as uuidv7 } from 'uuid';
import { lockNewParties } from '#store/advisory-locks.ts';
import type { Tx } from '#store/database.ts';
import { findPartiesByIdentity, insertIdentities } from '#store/identities.ts';
import { moveIdentities } from '#store/own-identities.ts';
import { AppError } from '../app-error.ts';
import { rederiveParties } from '../interactions/rederive-parties.ts';
import { getUserRow } from '../user-row.ts';

/** In this user's own chats "I" is this user, whatever the file calls it. */
export async function claimOwnChats(tx: Tx, { userId, at }: { userId: string; at: Date }): Promise<void> {
  const { partyId } = await getUserRow(tx, userId);
  if (partyId === null) throw new AppError('unavailable');
  await lockNewParties(tx);
  const key = { kind: 'key' as const, value: `chat:${userId}` };
  const known = await findPartiesByIdentity(tx, [key]);
  if (known.length > 0) return;
  await insertIdentities(tx, [{ ...key, id: uuidv7(), partyId, label: 'chat', isPrimary: false }], at);
}

/**
 * An address that an earlier import took for a stranger's is moved over with all it wrote. One that belongs to another
 * colleague stays theirs: that is refused, for two people cannot be the same sender.
 */
export async function claimOwnAddresses(
  tx: Tx,
  input: { userId: string; addresses: readonly string[]; at: Date },
): Promise<void> {
  if (input.addresses.length === 0) return;
  const { partyId } = await getUserRow(tx, input.userId);
  if (partyId === null) throw new AppError('unavailable');
  await lockNewParties(tx);
  const keys = [...new Set(input.addresses)].map((value) => ({ kind: 'mail', value }));
  const known = await findPartiesByIdentity(tx, keys);
  const others = known.filter((row) => row.partyId !== partyId);
  // Neither a colleague's address, nor that of somebody whom this user may not see.
  const taken = others.find((row) => row.isOwn || row.visibleTo?.includes(input.userId) === false);
  if (taken) throw new AppError('identity-taken', { params: { value: taken.value } });
  const values = new Set(known.map((row) => row.value));
  const rows = keys
    .filter(({ value }) => !values.has(value))
    .map((key) => ({ ...key, id: uuidv7(), partyId, label: null, isPrimary: false }));
  await insertIdentities(tx, rows, input.at);
  if (others.length === 0) return;
  const strangers = [...new Set(others.map((row) => row.partyId))];
  await moveIdentities(tx, { fromParties: strangers, toParty: partyId, at: input.at });
  await rederiveParties(tx, { partyIds: [partyId], at: input.at });
}
