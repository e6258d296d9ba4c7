/** What other programs tell: orders, invoices, payments, tickets, reviews. Each becomes one contact moment. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, line, text } from './values.ts';

/** Whoever it is about, by whatever the program knows of them; the first that is known here decides. */
export const eventCustomer = z
  .strictObject({
    /** The program's own customer number. */
    number: line(100).optional(),
    kvkNumber: line(40).optional(),
    vatId: line(40).optional(),
    iban: line(60).optional(),
    mail: z.email().max(254).optional(),
    phone: line(50).optional(),
    /** Of the person. */
    name: line(300).optional(),
    organisation: line(300).optional(),
    city: line(120).optional(),
  })
  .refine((who) => Object.keys(who).some((key) => key !== 'city'), 'nobody');

/** Its id at the source: the same again changes nothing, other content puts right what was told before. */
const sourceId = line(200);
const happened = {
  id: sourceId,
  at: instant,
  customer: eventCustomer,
  subject: text(500).optional(),
  text: text(20_000).optional(),
};
const money = {
  /** In cents (or what the currency has); what goes back to the customer is below nought. */
  amountMinor: z.int().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  units: z.number().min(0).max(1e9).optional(),
  product: text(300).optional(),
};
/** Mail address of the colleague who did it; left out: the firm. */
const by = z.email().max(254).optional();

const tess = { number: '77', organisation: 'Lunchroom Klaver', name: 'Tess', mail: 'tess@lunchroomklaver.nl' };
const paid = { amountMinor: 4590, currency: 'EUR' };
const examples = [
  {
    type: 'order',
    id: '1001',
    at: '2026-11-20T09:00:00Z',
    customer: tess,
    ...paid,
    units: 3,
    product: 'Espresso beans',
  },
  { type: 'invoice', id: 'F-1', order: '1001', at: '2026-11-20T09:05:00Z', customer: tess, ...paid },
  { type: 'payment', id: 'P-1', invoice: 'F-1', at: '2026-11-24T12:00:00Z', customer: tess, ...paid },
  {
    type: 'ticket-opened',
    id: 'T-9',
    at: '2026-11-25T10:30:00Z',
    customer: tess,
    subject: 'Grinder leaks',
    isComplaint: true,
  },
  {
    type: 'ticket-closed',
    id: 'T-9',
    ticket: 'T-9',
    at: '2026-11-26T15:00:00Z',
    customer: tess,
    isComplaint: true,
    text: 'New seal sent.',
  },
  {
    type: 'review',
    id: 'R-3',
    at: '2026-12-01T20:00:00Z',
    customer: { mail: tess.mail },
    rating: 5,
    text: 'Kind people.',
  },
];

export const event = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('order'), ...happened, ...money }),
    /** `order` names the order it bills, where that was told as well; otherwise the invoice is what tells of the purchase. */
    z.strictObject({ type: z.literal('invoice'), ...happened, ...money, order: sourceId.optional() }),
    z.strictObject({ type: z.literal('payment'), ...happened, ...money, invoice: sourceId.optional() }),
    z.strictObject({ type: z.literal('refund'), ...happened, ...money, invoice: sourceId.optional() }),
    z.strictObject({ type: z.literal('ticket-opened'), ...happened, isComplaint: z.boolean().default(false) }),
    z.strictObject({ type: z.literal('ticket-answered'), ...happened, ticket: sourceId, by }),
    /** `text`: what the customer was told. Without it nobody was told anything by the closing. */
    z.strictObject({
      type: z.literal('ticket-closed'),
      ...happened,
      ticket: sourceId,
      isComplaint: z.boolean().default(false),
      by,
    }),
    z.strictObject({ type: z.literal('review'), ...happened, rating: z.number().min(1).max(5).optional() }),
  ])
  .meta({ examples });
export type Event = z.infer<typeof event>;
export const eventTypes = event.options.map(({ shape }) => shape.type.value);

export const events = {
  record: endpoint({
    method: 'POST',
    path: '/events',
    summary: 'Tell up to 100 events of a shop, of books or of a service desk',
    tag: 'events',
    body: {
      /** A name of your own for where these come from; made on first use. */
      source: line(100),
      events: z.array(event).min(1).max(100),
    },
    output: z.object({
      stored: z.int(),
      duplicates: z.int(),
      corrected: z.int(),
      /** In the order they were told; null: deleted here before by a person, or of nobody but the firm itself. */
      items: z.array(z.object({ id: z.string(), interactionId: id.nullable() })),
    }),
  }),
};
