import { v7 as uuidv7 } from 'uuid';
import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import { findPartiesByIdentity, insertIdentities } from '#store/identities.ts';
import { deleteIdentities, type PartyRecordRow } from '#store/parties.ts';
import { AppError } from '../app-error.ts';
import { normaliseIdentity } from './normalise-identity.ts';

export interface IdentityInput {
  readonly kind: 'mail' | 'phone' | 'handle' | 'name' | 'key';
  readonly value: string;
  readonly label: string | null;
}

/** Written one way, each once, and nobody else's. The caller holds lockNewParties. */
export async function normaliseAll(
  tx: Tx,
  inputs: readonly IdentityInput[],
  of: { defaultCountry: string; partyId: string | null },
): Promise<IdentityInput[]> {
  const wanted = new Map<string, IdentityInput>();
  for (const [place, input] of inputs.entries()) {
    const identity = normaliseIdentity(input, of.defaultCountry);
    if (identity === null) {
      const problem = {
        path: `body.identities.${place}.value`,
        code: 'not-an-address',
        message: 'not an address of its kind',
      };
      throw new AppError('bad-input', { problems: [problem] });
    }
    wanted.set(`${identity.kind} ${identity.value}`, { ...identity, label: input.label });
  }
  const taken = await findPartiesByIdentity(tx, [...wanted.values()]);
  const others = taken.filter((row) => row.partyId !== of.partyId);
  if (others[0]) throw new AppError('identity-taken', { params: { value: others[0].value } });
  return [...wanted.values()];
}

/** Keeps the rows of those that stay, so that their ids do. */
export async function replaceIdentities(
  tx: Tx,
  row: Allowed<PartyRecordRow>,
  input: { wanted: readonly IdentityInput[]; at: Date },
): Promise<void> {
  const keyOf = ({ kind, value }: { kind: string; value: string }) => `${kind} ${value}`;
  const wanted = new Set(input.wanted.map(keyOf));
  const known = new Map(row.identities.map((identity) => [keyOf(identity), identity]));
  const changed = input.wanted.filter((identity) => known.get(keyOf(identity))?.label !== identity.label);
  const gone = row.identities.filter((identity) => !wanted.has(keyOf(identity)));
  const renewed = changed.flatMap((identity) => known.get(keyOf(identity))?.id ?? []);
  await deleteIdentities(tx, row, [...gone.map((identity) => identity.id), ...renewed]);
  const primaryStays = row.identities.some((identity) => identity.isPrimary && wanted.has(keyOf(identity)));
  const rows = changed.map((identity, place) => {
    const there = known.get(keyOf(identity));
    const isPrimary = there?.isPrimary ?? (!primaryStays && place === 0);
    return { ...identity, id: there?.id ?? uuidv7(), partyId: row.id, isPrimary };
  });
  await insertIdentities(tx, rows, input.at);
}
