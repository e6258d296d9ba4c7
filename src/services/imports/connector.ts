/** The one shape every source of input has. Connectors implement it; the import service drives it. */
import type { AddressDraft } from '../parties/addresses.ts';

export type IdentityKind = 'mail' | 'phone' | 'handle' | 'name' | 'key';

/** Someone as the source names them. `value` is normalised (mail lower-case, phone E.164). */
export interface IdentityRef {
  readonly kind: IdentityKind;
  readonly value: string;
  readonly displayName: string | null;
  /** work, home, mobile, or a word of the source's own. */
  readonly label?: string | null;
  /** All that books know of a customer: looked up by the surest first, whatever `kind` says. */
  readonly customer?: CustomerFacts;
}

export interface CustomerFacts {
  /** Of the source's own, with the source's name before it: two programs may both have a customer 1001. */
  readonly number: string | null;
  readonly kvkNumber: string | null;
  readonly vatId: string | null;
  readonly iban: string | null;
  readonly mail: string | null;
  readonly phone: string | null;
  /** Of the person. */
  readonly name: string | null;
  readonly organisation: string | null;
  readonly city: string | null;
  /** Whose moment it is where both a firm and somebody of it are named. */
  readonly as: 'person' | 'organisation';
}

/** The own organisation, for sources that say "we". */
export const firmItself: IdentityRef = { kind: 'key', value: 'hecht:firm', displayName: null };

/** Person: made by a person for people. The rest is stored but makes no ties. */
export const mailClasses = ['person', 'list', 'bulk', 'auto-reply', 'bounce'] as const;
export type MailClass = (typeof mailClasses)[number];

export interface BenefitRecord {
  /** Who gave it: the sender ('from') or the receivers ('to'). */
  readonly giver: 'from' | 'to';
  readonly kind: string;
  /** Null = the kind's default weight. */
  readonly weight: number | null;
}

export interface OrderRecord {
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly units: number | null;
  readonly product: string | null;
  readonly brand: string | null;
  /** Prices on offer at that moment, per brand, in minor units. */
  readonly offers: Readonly<Record<string, number>>;
}

export interface InteractionRecord {
  /** Unique within the source: Message-ID, or a hash of the content where there is none. */
  readonly sourceKey: string;
  readonly atMs: number;
  /** mail, chat, social, call, video, meeting, visit, letter, order, ticket, gift, other. */
  readonly channel: string;
  /** message, meeting, order, payment, thanks, complaint, ... (see contract/interactions.ts). */
  readonly kind: string;
  readonly from: IdentityRef;
  readonly to: readonly IdentityRef[];
  readonly subject: string | null;
  /** Own words only: quoted text and signature left out; at most 500 characters. */
  readonly snippet: string | null;
  /** sourceKey of the message this answers, nearest first. */
  readonly answers: readonly string[];
  readonly mailClass: MailClass;
  /** True: the receiver asked for it; false: unasked; null: unknown. */
  readonly asked: boolean | null;
  readonly valence: number | null;
  readonly benefits: readonly BenefitRecord[];
  readonly order: OrderRecord | null;
  /** What stays with us of it: one line. Left out: what was kept of it before stays. */
  readonly keptLine?: string | null;
  /** Where it can be read: https only. Left out: nowhere. */
  readonly link?: string | null;
  /** What the sender undertook in the own words ("ik stuur je morgen ..."). Left out when the source cannot tell. */
  readonly promises?: readonly PromiseRecord[];
  /** The sender asks something of one or two receivers and so expects an answer. */
  readonly asksAnswer?: boolean;
  /** What else the own words and the signature give away, for the mailbox's owner to confirm. */
  readonly hints?: readonly MailHint[];
}

export const contactFields = ['phone', 'job-title', 'employer', 'address', 'website'] as const;
export type ContactField = (typeof contactFields)[number];

export type MailHint =
  /** `giver` gave the other side this: a word of thanks, help, an idea, less to pay, a good word. */
  | {
      readonly kind: 'thanks' | 'help' | 'recommendation' | 'idea' | 'review' | 'discount';
      readonly text: string;
      readonly giver: 'from' | 'to';
    }
  /** The sender asks the receiver for hands, or for something to borrow. */
  | { readonly kind: 'favour'; readonly text: string }
  /** The sender brings somebody together with the receiver. */
  | { readonly kind: 'introduction'; readonly text: string; readonly name: string | null; readonly mail: string | null }
  /** The sender wants no more mail. */
  | { readonly kind: 'stop'; readonly text: string }
  /** Of the sender, as the signature has it; a phone in E.164. */
  | {
      readonly kind: 'contact';
      readonly field: ContactField;
      readonly value: string;
      readonly label: string | null;
    };

export interface PromiseRecord {
  /** The sentence itself, at most 300 characters. */
  readonly text: string;
  /** The end of the day named, or null when none was. */
  readonly dueMs: number | null;
}

export interface PartyRecord {
  readonly sourceKey: string;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly organisationName: string | null;
  readonly jobTitle: string | null;
  readonly identities: readonly IdentityRef[];
  readonly addresses: readonly AddressDraft[];
  readonly birthday: string | null;
  readonly note: string | null;
  readonly roles: readonly string[];
  readonly tags: readonly string[];
  /** As the source writes them; what cannot be such a number goes to the note. */
  readonly registrations: Readonly<Partial<Record<'kvkNumber' | 'branchNumber' | 'vatId' | 'iban', string>>>;
  readonly salutation: string | null;
  readonly pronouns: string | null;
  readonly metHow: string | null;
  /** What stands under headings that mean nothing to the program: perhaps the names of own fields. */
  readonly otherCells: Readonly<Record<string, string>>;
}

/** Where to go on after a stop: opaque to the service, stored as JSON with each batch. */
export type Cursor = Readonly<Record<string, string | number>>;

export type ConnectorItem = { readonly cursor: Cursor; readonly doneBytes: number } & (
  | { readonly type: 'interaction'; readonly record: InteractionRecord }
  | { readonly type: 'party'; readonly record: PartyRecord }
  | { readonly type: 'failed'; readonly position: string; readonly problem: string; readonly raw: Uint8Array | null }
);

export interface Probe {
  readonly path: string;
  readonly fileName: string;
  readonly isFolder: boolean;
  /** The first 64 kB of a file; names of the first entries of a folder joined by newlines. */
  readonly head: string;
}

export interface ReadInput {
  readonly path: string;
  /** Null from the start. */
  readonly from: Cursor | null;
  readonly signal: AbortSignal;
  /** The user's own mail addresses (lower-case), for direction and for what counts as sent. */
  readonly ownAddresses: readonly string[];
  /** Region for phone numbers without country code. */
  readonly defaultCountry: string;
  /** Which heading holds what, where a person put that right; left out: as the connector sees it. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Whose import it is: names out of one person's address book mean nothing to another. */
  readonly owner?: string;
  /** What the file was called when it was given. */
  readonly fileName?: string;
  /** The firm's, for sources that write times without saying where. */
  readonly timeZone?: string;
  /** The clock, for dates that cannot be; the machine's own when left out. */
  readonly nowMs?: number;
}

export interface ColumnsFound {
  readonly headings: readonly string[];
  readonly names: readonly string[];
  readonly chosen: Readonly<Record<string, string>>;
}

export interface Connector {
  readonly name: string;
  /** What it brings: decides the preview's words. */
  readonly brings: 'mail' | 'chats' | 'parties' | 'interactions';
  /** True when what it reads is private to the mailbox's owner. */
  readonly isPrivate: boolean;
  /** 0 = not mine ... 1 = certainly mine. */
  recognise(probe: Probe): number;
  totalBytes(path: string): Promise<number>;
  /** For tables of which a person may say what each column is: what there is, and what is taken for what. */
  listColumns?(path: string): Promise<ColumnsFound>;
  read(input: ReadInput): AsyncIterable<ConnectorItem>;
}
