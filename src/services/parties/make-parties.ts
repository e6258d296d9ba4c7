/** Strangers who write, are written to, or stand in a file become parties; their mail domain says where they work. */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import { unfoldParties } from '#store/folded-parties.ts';
import { findPartiesByIdentity, insertIdentities, type NewIdentity } from '#store/identities.ts';
import { insertParties, insertRelations, type NewParty, type NewRelation, plainParty } from '#store/new-parties.ts';
import { businessDomain } from './mail-domains.ts';
import { nameFromIdentity, searchTextOf, sortNameOf } from './names.ts';

export interface Stranger {
  readonly kind: 'mail' | 'phone' | 'handle' | 'name' | 'key';
  readonly value: string;
  readonly displayName: string | null;
  /** What people call the account. */
  readonly label?: string | null;
  /** Seen in mailings only: no list needs them. */
  readonly isMailing?: boolean;
}

export interface MadeParty {
  readonly kind: string;
  readonly value: string;
  readonly partyId: string;
  readonly isOwn: boolean;
  readonly visibleTo: readonly string[] | null;
}

interface MakeInput {
  readonly strangers: readonly Stranger[];
  readonly at: Date;
  readonly importId: string | null;
  /** Set while reading a private mailbox: people at free-mail addresses start as this user's own affair. */
  readonly privateTo: string | null;
  /** Set where the mailbox's owner shows nothing of it: all people there start so, and no firm is made of their addresses. */
  readonly hidesPeople?: boolean;
  readonly source: string;
}

interface Making {
  readonly parties: NewParty[];
  readonly identities: NewIdentity[];
  readonly relations: NewRelation[];
  readonly made: MadeParty[];
}

/** The caller holds lockNewParties and has looked each of them up under it. */
export async function makeParties(tx: Tx, input: MakeInput): Promise<MadeParty[]> {
  const employers = await resolveEmployers(tx, input);
  const making: Making = { parties: [], identities: [], relations: [], made: [] };
  making.parties.push(...employers.parties);
  making.identities.push(...employers.identities);
  for (const stranger of input.strangers) addPerson(making, stranger, employers.byDomain, input);
  await insertParties(tx, making.parties, input.at);
  await insertIdentities(tx, making.identities, input.at);
  await insertRelations(tx, making.relations, input.at);
  await unfoldParties(tx, listWorking(making));
  return making.made;
}

/** People whose firm may no longer be them alone. */
function listWorking({ parties, relations }: Making): string[] {
  const shown = new Set(parties.filter(({ isFolded }) => !isFolded).map(({ id }) => id));
  return relations.map(({ fromParty }) => fromParty).filter((id) => shown.has(id));
}

type Employer = { readonly partyId: string; readonly isOwn: boolean };

async function resolveEmployers(tx: Tx, input: MakeInput) {
  const strangers = input.hidesPeople ? [] : input.strangers;
  const domains = [...new Set(strangers.map(businessDomain).filter((domain) => domain !== null))];
  const known = await findPartiesByIdentity(
    tx,
    domains.map((value) => ({ kind: 'handle', value })),
  );
  const byDomain = new Map<string, Employer>(known.map((row) => [row.value, row]));
  const parties: NewParty[] = [];
  const identities: NewIdentity[] = [];
  for (const domain of domains) {
    if (byDomain.has(domain)) continue;
    const partyId = uuidv7();
    const identity = { kind: 'handle', value: domain } as const;
    byDomain.set(domain, { partyId, isOwn: false });
    const base = { id: partyId, kind: 'organisation', name: domain, identity, importId: input.importId } as const;
    // Until it is more than the tail of one person's address.
    parties.push({ ...newParty(base), isFolded: true });
    identities.push({ ...identity, id: uuidv7(), partyId, label: null, isPrimary: true });
  }
  return { byDomain, parties, identities };
}

function addPerson(
  making: Making,
  stranger: Stranger,
  employers: ReadonlyMap<string, Employer>,
  input: MakeInput,
): void {
  const domain = businessDomain(stranger);
  const employer = domain === null ? undefined : employers.get(domain);
  const isOwn = employer?.isOwn ?? false;
  const isAtHome = domain === null || input.hidesPeople === true;
  // Free mail, a phone number, a name out of an address book: perhaps family.
  const isPersonal = stranger.kind === 'mail' ? isAtHome : stranger.kind === 'phone' || stranger.kind === 'key';
  const isPrivate = input.privateTo !== null && isPersonal;
  const partyId = uuidv7();
  const base = { id: partyId, kind: 'person', name: nameFromIdentity(stranger), identity: stranger } as const;
  making.parties.push({
    ...newParty({ ...base, importId: input.importId }),
    isOwn,
    roles: isOwn ? ['colleague'] : isPrivate ? ['private'] : [],
    visibility: isPrivate ? 'private' : 'firm',
    triagedAt: isOwn ? input.at : null,
    isFolded: stranger.isMailing === true && !isOwn,
  });
  const label = stranger.label ?? null;
  making.identities.push({ ...pick(stranger), id: uuidv7(), partyId, label, isPrimary: true });
  if (employer) {
    const relation = { typeKey: 'works-at', fromParty: partyId, toParty: employer.partyId, source: input.source };
    making.relations.push({ id: uuidv7(), ...relation });
  }
  const visibleTo = isPrivate && input.privateTo !== null ? [] : null;
  making.made.push({ ...pick(stranger), partyId, isOwn, visibleTo });
}

function pick({ kind, value }: Stranger): { kind: string; value: string } {
  return { kind, value };
}

function newParty(input: {
  id: string;
  kind: 'person' | 'organisation';
  name: string;
  identity: { kind: string; value: string };
  importId: string | null;
}): NewParty {
  const { id, kind, name, identity, importId } = input;
  return {
    ...plainParty,
    id,
    kind,
    name,
    sortName: sortNameOf(name, kind),
    searchText: searchTextOf({ name, identities: [identity] }),
    importId,
  };
}
