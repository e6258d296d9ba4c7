/** Customers of books, shops and desks: the same one by number, KvK, btw, IBAN, mail or name, or made. */
import { v7 as uuidv7 } from 'uuid';
import { lockNewParties } from '#store/advisory-locks.ts';
import { findCustomers, listKinds } from '#store/customers.ts';
import type { Tx } from '#store/database.ts';
import { unfoldParties } from '#store/folded-parties.ts';
import { findPartiesByIdentity, insertIdentities, type NewIdentity } from '#store/identities.ts';
import { insertParties, insertRelations, type NewParty, type NewRelation, plainParty } from '#store/new-parties.ts';
import type { IdentityRef } from '../imports/connector.ts';
import { type Customer, type Key, namesOf, readFacts } from './customer-facts.ts';
import { searchTextOf, sortNameOf } from './names.ts';

interface Input {
  readonly refs: readonly IdentityRef[];
  readonly at: Date;
  readonly importId: string | null;
  readonly defaultCountry: string;
  readonly source: string;
}

interface Known {
  readonly byIdentity: Map<string, string>;
  readonly byBooks: Map<string, string>;
  readonly kinds: Map<string, 'person' | 'organisation'>;
  readonly own: ReadonlySet<string>;
}

interface Making {
  readonly parties: NewParty[];
  readonly identities: NewIdentity[];
  readonly relations: NewRelation[];
  readonly met: string[];
}

export interface ResolvedCustomers {
  /** By customerKey. */
  readonly partyIds: ReadonlyMap<string, string>;
  readonly newParties: number;
}

export function customerKey(ref: IdentityRef): string {
  return JSON.stringify(ref.customer);
}

export async function resolveCustomers(tx: Tx, input: Input): Promise<ResolvedCustomers> {
  const customers = new Map<string, Customer>();
  for (const ref of input.refs) {
    if (ref.customer) customers.set(customerKey(ref), readFacts(ref.customer, input.defaultCountry));
  }
  if (customers.size === 0) return { partyIds: new Map(), newParties: 0 };
  // Two that meet the same stranger at once must make one party.
  await lockNewParties(tx);
  const known = await look(tx, [...customers.values()]);
  const making: Making = { parties: [], identities: [], relations: [], met: [] };
  const partyIds = new Map<string, string>();
  for (const [key, customer] of customers) {
    const partyId = settle(customer, { known, making, input });
    if (partyId !== null) partyIds.set(key, partyId);
  }
  await insertParties(tx, making.parties, input.at);
  await insertIdentities(tx, making.identities, input.at);
  await insertRelations(tx, making.relations, input.at);
  await unfoldParties(tx, [...new Set(making.met)]);
  return { partyIds, newParties: making.parties.length };
}

async function look(tx: Tx, customers: readonly Customer[]): Promise<Known> {
  const keys = customers.flatMap(({ number, mail, phone, domain, facts }) =>
    [number, mail, phone, domain, ...namesOf(facts).map((value) => ({ kind: 'name', value }) as Key)].filter(
      (key) => key !== null,
    ),
  );
  const found = await findPartiesByIdentity(tx, distinct(keys));
  const texts = (pick: (customer: Customer) => string | null) => [
    ...new Set(customers.flatMap((one) => pick(one) ?? [])),
  ];
  const names = customers.flatMap(({ organisation, person }) => [
    ...(organisation ? [sortNameOf(organisation, 'organisation')] : []),
    ...(person ? [sortNameOf(person, 'person'), sortNameOf(person, 'organisation')] : []),
  ]);
  const books = await findCustomers(tx, {
    kvk: texts(({ kvk }) => kvk),
    vat: texts(({ vat }) => vat),
    iban: texts((customer) => customer.iban),
    sortNames: [...new Set(names)],
  });
  const kinds = await listKinds(
    tx,
    [...found, ...books].map(({ partyId }) => partyId),
  );
  return {
    byIdentity: new Map(found.map(({ kind, value, partyId }) => [`${kind} ${value}`, partyId])),
    byBooks: new Map(books.map(({ by, value, partyId }) => [`${by} ${value}`, partyId])),
    kinds,
    own: new Set([...found, ...books].filter(({ isOwn }) => isOwn).map(({ partyId }) => partyId)),
  };
}

interface Settling {
  readonly known: Known;
  readonly making: Making;
  readonly input: Input;
}

function settle(customer: Customer, settling: Settling): string | null {
  const firm = customer.organisation === null ? null : settleFirm(customer, customer.organisation, settling);
  const person = settlePerson(customer, firm, settling);
  const chosen = customer.facts.as === 'person' ? (person ?? firm) : (firm ?? person);
  if (chosen !== null) settling.making.met.push(chosen);
  return chosen;
}

function settleFirm(customer: Customer, name: string, settling: Settling): string {
  const { known, making, input } = settling;
  const { number, kvk, vat, mail, domain, facts } = customer;
  const found =
    byIdentity(known, number) ??
    known.byBooks.get(`kvk ${kvk}`) ??
    known.byBooks.get(`vat ${vat}`) ??
    known.byBooks.get(`iban ${customer.iban}`) ??
    ofKind(known, byIdentity(known, mail), 'organisation') ??
    ofKind(known, byIdentity(known, domain), 'organisation') ??
    byName(known, name, 'organisation');
  const id = found ?? uuidv7();
  if (found === undefined) {
    const plain = { kvkNumber: kvk, vatId: vat, iban: customer.iban, city: facts.city };
    making.parties.push(partyOf({ id, kind: 'organisation', name, customer, input }, plain));
    known.kinds.set(id, 'organisation');
  }
  const texts = { kvk, vat, iban: customer.iban, name: `organisation ${sortNameOf(name, 'organisation')}` };
  for (const [by, value] of Object.entries(texts)) if (value !== null) remember(known.byBooks, `${by} ${value}`, id);
  const own = [number, ...(customer.person === null ? [mail, customer.phone] : []), domain];
  attach(settling, id, own, found !== undefined);
  return id;
}

function settlePerson(customer: Customer, firm: string | null, settling: Settling): string | null {
  const { known, making, input } = settling;
  const { person: name, number, mail, phone } = customer;
  if (name === null) return null;
  const hasAddress = mail !== null || phone !== null;
  const found =
    (firm === null ? byIdentity(known, number) : undefined) ??
    byIdentity(known, mail) ??
    byIdentity(known, phone) ??
    (firm === null ? known.byBooks.get(`iban ${customer.iban}`) : undefined) ??
    // A name alone says enough only where nothing better could have told them apart.
    (firm === null && !hasAddress ? (byName(known, name, 'person') ?? byName(known, name, 'organisation')) : undefined);
  if (found === undefined && firm !== null && !hasAddress) return null;
  const id = found ?? uuidv7();
  if (found === undefined) {
    making.parties.push(partyOf({ id, kind: 'person', name, customer, input }, { city: customer.facts.city }));
    known.kinds.set(id, 'person');
    if (!hasAddress) remember(known.byBooks, `name person ${sortNameOf(name, 'person')}`, id);
    if (firm !== null && firm !== id) {
      making.relations.push({ id: uuidv7(), typeKey: 'works-at', fromParty: id, toParty: firm, source: input.source });
    }
  }
  attach(settling, id, [...(firm === null ? [number] : []), mail, phone], found !== undefined);
  return id;
}

/** What nobody answers to yet leads here from now on. */
function attach({ known, making }: Settling, partyId: string, keys: readonly (Key | null)[], isKnown: boolean): void {
  if (known.own.has(partyId)) return;
  for (const [place, key] of keys.entries()) {
    if (key === null || known.byIdentity.has(`${key.kind} ${key.value}`)) continue;
    known.byIdentity.set(`${key.kind} ${key.value}`, partyId);
    making.identities.push({ ...key, id: uuidv7(), partyId, label: null, isPrimary: place === 0 && !isKnown });
  }
}

interface Made {
  readonly id: string;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly customer: Customer;
  readonly input: Input;
}

function partyOf(
  { id, kind, name, customer, input }: Made,
  plain: Partial<Pick<NewParty, 'kvkNumber' | 'vatId' | 'iban' | 'city'>>,
): NewParty {
  const identities = [customer.mail, customer.phone].filter((key) => key !== null);
  return {
    ...plainParty,
    ...plain,
    ...{ id, kind, name: name.slice(0, 300), importId: input.importId },
    sortName: sortNameOf(name, kind),
    searchText: searchTextOf({ name, identities }),
    roles: ['customer'],
    triagedAt: input.at,
  };
}

function byIdentity(known: Known, key: Key | null): string | undefined {
  return key === null ? undefined : known.byIdentity.get(`${key.kind} ${key.value}`);
}

function byName(known: Known, name: string, kind: 'person' | 'organisation'): string | undefined {
  const [plain = ''] = [name.trim().toLowerCase()];
  return (
    known.byBooks.get(`name ${kind} ${sortNameOf(name, kind)}`) ??
    ofKind(known, known.byIdentity.get(`name ${plain}`), kind)
  );
}

function ofKind(known: Known, id: string | undefined, kind: 'person' | 'organisation'): string | undefined {
  return id !== undefined && known.kinds.get(id) === kind ? id : undefined;
}

function remember(into: Map<string, string>, key: string, id: string): void {
  if (!into.has(key)) into.set(key, id);
}

function distinct(keys: readonly Key[]): Key[] {
  return [...new Map(keys.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}
