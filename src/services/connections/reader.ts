/** The one shape of whatever is read again and again: a mailbox, an agenda, a social account, a feed. The connection service drives it. */

import type { ConnectionKind, ConnectionProblem, ConnectionSettings } from '#contract/connection-kinds.ts';
import type { CalendarItem } from '../agenda/calendar-item.ts';
import type { ConnectorItem, Cursor, IdentityRef } from '../imports/connector.ts';
import type { MailItem, MailPresence } from '../mail/mail-item.ts';

/** The way out of the house that a reader is lent: every address is checked before anything is sent to it. */
export interface Net {
  /** As the platform's own, within the limits of the house (10 s, 5 MB, unless `limits` says otherwise). */
  fetch(
    url: string | URL,
    init?: RequestInit,
    limits?: { totalMs?: number; bytes?: number; redirects?: number },
  ): Promise<Response>;
  /** The checked address of a host for a connection that is not http. */
  findAddress(host: string, port: number): Promise<FoundAddress>;
}

export interface FoundAddress {
  readonly address: string;
  /** What a certificate must be made out to. */
  readonly servername: string;
  /** On this machine or its network: the operator opened it by name, and may be spoken to without TLS. */
  readonly isNearBy?: boolean;
}

export interface Reach<Kind extends ConnectionKind = ConnectionKind> {
  readonly settings: Extract<ConnectionSettings, { kind: Kind }>;
  /** Password or tokens, opened for this reading only. */
  readonly secret: ConnectionSecret | null;
  readonly net: Net;
  readonly signal: AbortSignal;
  readonly nowMs: number;
  /** The addresses that are the owner's own: what comes from them was sent. */
  readonly ownAddresses: readonly string[];
  readonly defaultCountry: string;
  /** Of the firm, for moments that name no zone. */
  readonly timeZone?: string;
}

export type ConnectionSecret =
  | { readonly type: 'password'; readonly password: string }
  | { readonly type: 'token'; readonly accessToken: string };

/** A folder, calendar or stream. */
export interface Place {
  /** Its address at the source; stable. */
  readonly place: string;
  readonly name: string;
  /** inbox, sent, archive, junk, trash, drafts, ...: decides whether it is read unless the user says otherwise. */
  readonly role: string | null;
  readonly isWanted: boolean;
}

export interface PlaceCursor {
  readonly place: string;
  readonly role: string | null;
  /** Null: from the beginning. */
  readonly cursor: Cursor | null;
}

export interface Looked {
  /** What people call it: the address, the account. */
  readonly name: string;
  readonly places: readonly Place[];
  /** Who the account is at the source: becomes an identity of its owner (or of the firm). */
  readonly own: readonly IdentityRef[];
}

/** What one transaction stores; `cursor` is where the place goes on behind it. */
export interface ReaderBatch {
  readonly place: string;
  readonly cursor: Cursor;
  readonly items: readonly ReaderItem[];
  /** How many there are in the place as far as known, and how many were gone through. */
  readonly progress: { readonly done: number; readonly total: number | null };
}

/** Like an import's items, without their place in a file. Kinds of their own (a mail with its raw text, an event) are added here. */
export type ReaderItem =
  | WithoutCursor<Exclude<ConnectorItem, { type: 'party' }>>
  | { readonly type: 'published'; readonly record: PublicationRecord }
  | CalendarItem
  | MailItem
  | MailPresence;
type WithoutCursor<Item> = Item extends ConnectorItem ? Omit<Item, 'cursor' | 'doneBytes'> : never;

/** Said to everybody: a fact of who published it, no contact with anyone. */
export interface PublicationRecord {
  readonly sourceKey: string;
  readonly atMs: number;
  readonly title: string;
  readonly summary: string | null;
  /** Https only. */
  readonly link: string | null;
}

export interface Reader<Kind extends ConnectionKind = ConnectionKind> {
  readonly kind: Kind;
  /** True when what it reads is its owner's to read until shared. */
  readonly isPrivate: boolean;
  /** How often it is read when nobody watches. */
  readonly everySeconds: number;
  /** Tries address and secret, and says what there is to read. Throws ReaderProblem. */
  look(reach: Reach<Kind>): Promise<Looked>;
  /** All that is new, in order, behind the cursors; ends when it has caught up. Reading on from any cursor gives exactly the rest. */
  read(reach: Reach<Kind>, places: readonly PlaceCursor[]): AsyncIterable<ReaderBatch>;
  /** Puts a mail into a place there, as read. */
  put?(reach: Reach<Kind>, put: { readonly place: string; readonly raw: Uint8Array }): Promise<void>;
  /** Answers as soon as something happened there (IDLE, a stream), or when the signal stops it. */
  watch?(reach: Reach<Kind>, places: readonly PlaceCursor[]): Promise<void>;
}

/** For the table of readers: each is only ever lent what is of its own kind. */
export function asReader<Kind extends ConnectionKind>(reader: Reader<Kind>): Reader {
  return reader as unknown as Reader;
}

/** Why a source could not be read, in a code that messages turn into words and what to do. */
export class ReaderProblem extends Error {
  readonly problem: ConnectionProblem;
  /** The server's own words, for who wants them; never the secret. */
  readonly detail: string | null;
  /** The one place that is in trouble; null: the whole connection. */
  readonly place: string | null;
  /** When the server said that it may be asked again; null: it did not say. */
  readonly retryAtMs: number | null;
  constructor(
    problem: ConnectionProblem,
    options: { detail?: string; place?: string; retryAtMs?: number; cause?: unknown } = {},
  ) {
    super(`connection: ${problem}`, { cause: options.cause });
    this.name = 'ReaderProblem';
    this.problem = problem;
    this.detail = options.detail?.slice(0, 500) ?? null;
    this.place = options.place ?? null;
    this.retryAtMs = options.retryAtMs ?? null;
  }
}
