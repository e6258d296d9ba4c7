/** Mappings to begin with, as data. From the documentation of these programs; each can be changed on the screen. */
import type { HookMapping, HookPath, HookPick } from './hook-mapping.ts';

interface Preset {
  /** How that program signs what it sends. */
  readonly signature: 'none' | 'standard' | 'shopify' | 'woocommerce' | 'stripe';
  readonly mapping: HookMapping;
}

type Form = Extract<HookPick, { from: 'paths' }>['form'];

const constant = (value: string): HookPick => ({ from: 'constant', value });
const first = (...paths: HookPath[]): HookPick => ({ from: 'paths', paths, isJoined: false, form: 'text' });
const written = (form: Form, ...paths: HookPath[]): HookPick => ({ from: 'paths', paths, isJoined: false, form });
const joined = (...paths: HookPath[]): HookPick => ({ from: 'paths', paths, isJoined: true, form: 'text' });
const worded = (words: Record<string, string>, ...paths: HookPath[]): HookPick => ({
  ...{ from: 'paths', paths, isJoined: false, form: 'text', words },
});

const woocommerce: Preset = {
  signature: 'woocommerce',
  mapping: {
    type: constant('order'),
    fields: {
      id: first(['id']),
      at: written('utc', ['date_created_gmt']),
      number: first(['customer_id']),
      organisation: first(['billing', 'company']),
      name: joined(['billing', 'first_name'], ['billing', 'last_name']),
      mail: first(['billing', 'email']),
      phone: first(['billing', 'phone']),
      city: first(['billing', 'city']),
      subject: first(['number']),
      amount: written('amount', ['total']),
      currency: first(['currency']),
      units: written('number', ['line_items', '*', 'quantity']),
      product: first(['line_items', '*', 'name']),
      text: first(['customer_note']),
    },
  },
};

const shopify: Preset = {
  signature: 'shopify',
  mapping: {
    type: constant('order'),
    fields: {
      id: first(['id']),
      at: written('iso', ['created_at']),
      number: first(['customer', 'id']),
      organisation: first(['billing_address', 'company'], ['shipping_address', 'company']),
      name: joined(['customer', 'first_name'], ['customer', 'last_name']),
      mail: first(['email'], ['customer', 'email']),
      phone: first(['phone'], ['billing_address', 'phone']),
      city: first(['billing_address', 'city']),
      subject: first(['name']),
      amount: written('amount', ['total_price']),
      currency: first(['currency']),
      units: written('number', ['line_items', '*', 'quantity']),
      product: first(['line_items', '*', 'title']),
      text: first(['note']),
    },
  },
};

const stripe: Preset = {
  signature: 'stripe',
  mapping: {
    // An account sends all it knows to one address: the rest is let by.
    type: worded({ 'invoice.paid': 'payment', 'charge.refunded': 'refund' }, ['type']),
    fields: {
      id: first(['data', 'object', 'id']),
      at: written('unix', ['data', 'object', 'status_transitions', 'paid_at'], ['created']),
      number: first(['data', 'object', 'customer']),
      name: first(['data', 'object', 'customer_name'], ['data', 'object', 'billing_details', 'name']),
      mail: first(['data', 'object', 'customer_email'], ['data', 'object', 'billing_details', 'email']),
      subject: first(['data', 'object', 'number']),
      amount: written('cents', ['data', 'object', 'amount_paid'], ['data', 'object', 'amount_refunded']),
      currency: first(['data', 'object', 'currency']),
      invoice: first(['data', 'object', 'id']),
      product: first(['data', 'object', 'lines', 'data', '*', 'description']),
    },
  },
};

const zammad: Preset = {
  signature: 'none',
  mapping: {
    type: worded({ new: 'ticket-opened', open: 'ticket-opened', closed: 'ticket-closed' }, ['ticket', 'state']),
    fields: {
      id: first(['ticket', 'id']),
      ticket: first(['ticket', 'id']),
      at: written('iso', ['article', 'created_at'], ['ticket', 'updated_at'], ['ticket', 'created_at']),
      organisation: first(['ticket', 'organization', 'name']),
      name: joined(['ticket', 'customer', 'firstname'], ['ticket', 'customer', 'lastname']),
      mail: first(['ticket', 'customer', 'email']),
      phone: first(['ticket', 'customer', 'phone'], ['ticket', 'customer', 'mobile']),
      subject: first(['ticket', 'title']),
      text: written('html', ['article', 'body']),
    },
  },
};

/** Freshdesk sends what one writes into its automation rule; docs/hooks.md has the text to paste there. */
const freshdesk: Preset = {
  signature: 'none',
  mapping: {
    type: worded({ Open: 'ticket-opened', Pending: 'skip', Resolved: 'ticket-closed', Closed: 'ticket-closed' }, [
      'ticket_status',
    ]),
    fields: {
      id: first(['ticket_id']),
      ticket: first(['ticket_id']),
      at: written('iso', ['at']),
      organisation: first(['ticket_company_name']),
      name: first(['ticket_contact_name']),
      mail: first(['ticket_contact_email']),
      phone: first(['ticket_contact_phone']),
      subject: first(['ticket_subject']),
      text: written('html', ['ticket_latest_public_comment'], ['ticket_description']),
    },
  },
};

/** Our own words: what POST /api/events takes, one event a message. */
const generic: Preset = {
  signature: 'none',
  mapping: {
    type: first(['type']),
    fields: {
      id: first(['id']),
      at: written('iso', ['at']),
      number: first(['customer', 'number']),
      organisation: first(['customer', 'organisation']),
      name: first(['customer', 'name']),
      mail: first(['customer', 'mail']),
      phone: first(['customer', 'phone']),
      subject: first(['subject']),
      text: first(['text']),
      amount: written('amount', ['amount']),
      currency: first(['currency']),
      product: first(['product']),
    },
  },
};

export const hookPresets: Readonly<Record<string, Preset>> = {
  generic,
  woocommerce,
  shopify,
  stripe,
  zammad,
  freshdesk,
};
