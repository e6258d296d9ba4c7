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
  /** Left out: as it was. */
  readonly isPrimary?: boolean | undefined;
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
    wanted.set(`${identity.kind} ${identity.value}`, { ...input, ...identity });
  }
  const taken = await findPartiesByIdentity(tx, [...wanted.values()]);
  const others = taken.filter((row) => row.partyId !== of.partyId);
  if (others[0]) throw new AppError('identity-taken', { params: { value: others[0].value } });
  return [...wanted.values()];
}

/** One of each kind is the first to be used: the one said to be, else the first. */
export function markPrimary(identities: readonly IdentityInput[]): (IdentityInput & { isPrimary: boolean })[] {
  const chosen = new Map<string, IdentityInput>();
  for (const identity of identities) {
    const sofar = chosen.get(identity.kind);
    if (!sofar || (identity.isPrimary && !sofar.isPrimary)) chosen.set(identity.kind, identity);
  }
  return identities.map((identity) => ({ ...identity, isPrimary: chosen.get(identity.kind) === identity }));
}

/** Keeps the rows of those that stay, so that their ids do. */
export async function replaceIdentities(
  tx: Tx,
  row: Allowed<PartyRecordRow>,
  input: { wanted: readonly IdentityInput[]; at: Date },
): Promise<void> {
  const keyOf = ({ kind, value }: { kind: string; value: string }) => `${kind} ${value}`;
  const known = new Map(row.identities.map((identity) => [keyOf(identity), identity]));
  const marked = markPrimary(
    input.wanted.map((identity) => ({
      ...identity,
      isPrimary: identity.isPrimary ?? known.get(keyOf(identity))?.isPrimary ?? false,
    })),
  );
  const wanted = new Set(marked.map(keyOf));
  const changed = marked.filter((identity) => {
    const there = known.get(keyOf(identity));
    return there?.label !== identity.label || there?.isPrimary !== identity.isPrimary;
  });
  const gone = row.identities.filter((identity) => !wanted.has(keyOf(identity)));
  const renewed = changed.flatMap((identity) => known.get(keyOf(identity))?.id ?? []);
  await deleteIdentities(tx, row, [...gone.map((identity) => identity.id), ...renewed]);
  const rows = changed.map((identity) => ({
    ...identity,
    id: known.get(keyOf(identity))?.id ?? uuidv7(),
    partyId: row.id,
  }));
  await insertIdentities(tx, rows, input.at);
}
