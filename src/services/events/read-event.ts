/** From what another program told to what the log keeps: who did what to whom. Faults are for people to say, so none come of it. */
import type { Event } from '#contract/events.ts';
import type { CustomerFacts, IdentityRef, InteractionRecord, OrderRecord } from '../imports/connector.ts';
import { firmItself } from '../imports/connector.ts';

const snippetLength = 500;

/** `numbering` keeps the customer numbers of two programs apart. */
export function readEvent(event: Event, { numbering }: { numbering: string }): InteractionRecord {
  const said = sayEvent(event);
  const customer = customerOf(event, numbering);
  const us = 'by' in event && event.by !== undefined ? colleague(event.by) : firmItself;
  const [from, to] = said.byCustomer ? [customer, us] : [us, customer];
  return {
    sourceKey: `${event.type}:${event.id}`,
    atMs: Date.parse(event.at),
    channel: said.channel,
    kind: said.kind,
    from,
    to: [to],
    subject: event.subject ?? null,
    snippet: event.text?.slice(0, snippetLength).toWellFormed() || null,
    answers: said.answers ?? [],
    mailClass: 'person',
    // What a customer began is never pressed upon them.
    asked: said.byCustomer ? null : true,
    valence: said.valence ?? null,
    benefits: [],
    order: orderOf(event),
    keptLine: null,
  };
}

interface Saying {
  readonly channel: string;
  readonly kind: string;
  readonly byCustomer: boolean;
  readonly answers?: readonly string[];
  readonly valence?: number | null;
}

function sayEvent(event: Event): Saying {
  const ours = { channel: 'order', kind: 'invoice', byCustomer: false };
  switch (event.type) {
    case 'order':
      return { channel: 'order', kind: 'order', byCustomer: true };
    case 'invoice': {
      // A bill for what was ordered before is no second purchase; what is taken back is none at all.
      const isPurchase = event.order === undefined && (event.amountMinor ?? 0) >= 0;
      return isPurchase ? { channel: 'order', kind: 'order', byCustomer: true } : ours;
    }
    case 'payment':
      return { channel: 'order', kind: 'payment', byCustomer: true };
    case 'refund':
      return ours;
    case 'ticket-opened':
      return { channel: 'ticket', kind: event.isComplaint ? 'complaint' : 'ticket', byCustomer: true };
    case 'ticket-answered':
      return { channel: 'ticket', kind: 'message', byCustomer: false, answers: [`ticket-opened:${event.ticket}`] };
    case 'ticket-closed':
      return sayClosing(event);
    case 'review':
      return { channel: 'other', kind: 'review', byCustomer: true, valence: valenceOf(event.rating) };
  }
}

/** Closed without a word is for a colleague to judge: the complaint stays open until somebody says that it was told. */
function sayClosing({ text, isComplaint, ticket }: Extract<Event, { type: 'ticket-closed' }>): Saying {
  if (text === undefined || text.trim() === '') return { channel: 'ticket', kind: 'note', byCustomer: false };
  const kind = isComplaint ? 'complaint-told' : 'message';
  return { channel: 'ticket', kind, byCustomer: false, answers: [`ticket-opened:${ticket}`] };
}

/** One star is the most bitter, five the warmest. */
function valenceOf(rating: number | undefined): number | null {
  return rating === undefined ? null : (rating - 3) / 2;
}

function orderOf(event: Event): OrderRecord | null {
  if (!('amountMinor' in event || 'units' in event || 'product' in event)) return null;
  const { amountMinor = null, currency = null, units = null, product = null } = event;
  const isBack = event.type === 'refund' && amountMinor !== null;
  return {
    amountMinor: isBack ? -Math.abs(amountMinor) : amountMinor,
    currency,
    units,
    product,
    brand: null,
    offers: {},
  };
}

function colleague(mail: string): IdentityRef {
  return { kind: 'mail', value: mail.toLowerCase(), displayName: null };
}

const ofPeople: readonly Event['type'][] = ['ticket-opened', 'ticket-answered', 'ticket-closed', 'review'];

/** Firms buy and pay, people ask and complain. */
function customerOf({ type, customer }: Event, numbering: string): IdentityRef {
  const { number, kvkNumber = null, vatId = null, iban = null, mail, phone = null, city = null } = customer;
  const { name = null, organisation = null } = customer;
  const facts: CustomerFacts = {
    number: number === undefined ? null : `${numbering}:${number}`,
    ...{ kvkNumber, vatId, iban, phone, name, organisation, city },
    mail: mail?.toLowerCase() ?? null,
    as: ofPeople.includes(type) ? 'person' : 'organisation',
  };
  return refOfCustomer(facts);
}

/** By the surest thing that is known of them. */
export function refOfCustomer(facts: CustomerFacts): IdentityRef {
  const { number, kvkNumber, vatId, iban, mail, phone, name, organisation } = facts;
  const displayName = organisation ?? name;
  const key = number ?? (kvkNumber && `kvk:${kvkNumber}`) ?? (vatId && `vat:${vatId}`) ?? (iban && `iban:${iban}`);
  if (key) return { kind: 'key', value: key, displayName: displayName ?? mail ?? key, customer: facts };
  if (mail) return { kind: 'mail', value: mail, displayName, customer: facts };
  if (phone) return { kind: 'phone', value: phone, displayName, customer: facts };
  return { kind: 'name', value: (displayName ?? '').trim().toLowerCase(), displayName, customer: facts };
}
