/** What every use case is given: the database, who asks, what time it is, and a way to leave work for later. */
import type { Db } from '#store/database.ts';
import type { Calendars } from './agenda/calendars.ts';
import type { OAuthProvider } from './connections/oauth-provider.ts';
import type { Net, Reader } from './connections/reader.ts';
import type { DropReader } from './drop/drop-reader.ts';
import type { Connector } from './imports/connector.ts';
import type { MailOpener } from './mailroom/mail-opener.ts';
import type { MailWay } from './outbox/submission.ts';

export interface UserActor {
  readonly kind: 'user';
  readonly userId: string;
  readonly role: 'owner' | 'member';
  /** The person party of the own organisation that this user is. */
  readonly partyId: string | null;
  /** Through which door they came; kept with every change. */
  readonly via: 'web' | 'api' | 'command';
}

/** The house itself: jobs, rebuild, setup. It sees what all may see, and nobody's private mail. */
export interface SystemActor {
  readonly kind: 'system';
}

export type Actor = UserActor | SystemActor;

export const systemActor: SystemActor = { kind: 'system' };

export type JobName =
  | 'refresh-figures'
  | 'rebuild-states'
  | 'preview-import'
  | 'run-import'
  | 'undo-import'
  | 'run-bulk'
  | 'set-clock'
  | 'send-push'
  | 'send-digest'
  | 'run-connection'
  | 'push-events'
  | 'read-deliveries'
  | 'keep-drops'
  | 'send-mail'
  | 'reshare-mails'
  | 'reweigh-benefits';
export interface Job {
  readonly name: JobName;
  readonly data: Readonly<Record<string, string>>;
  /** Not before then. */
  readonly after?: Date;
}

/** Accounts are better-auth's; the door that owns it lends these. */
export interface Accounts {
  /** Makes a user who signs in with this password, and answers the user's id. */
  create(input: {
    db: Db;
    name: string;
    email: string;
    password: string;
    role: 'owner' | 'member';
    locale: 'nl' | 'en';
    partyId: string;
  }): Promise<string>;
  /** A new password ends all sessions that the old one opened. */
  setPassword(input: { db: Db; userId: string; password: string }): Promise<void>;
  /** Ends sessions and API keys of a user at once. */
  revoke(input: { db: Db; userId: string }): Promise<void>;
}

/** What only this house may read, sealed with a key that lies outside the database; opened for what it was sealed for. */
export interface Seals {
  seal(text: string, about: string): string;
  open(sealed: string, about: string): string;
}

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What leaves the house. */
export interface Outgoing {
  /** The address people type. */
  readonly publicUrl: string;
  /** Null where nobody set up a way to send mail. */
  readonly sendMail: ((letter: Letter) => Promise<void>) | null;
  readonly net: Net;
  /** For mail that colleagues write, through the server of their mailbox. */
  readonly mailWay: MailWay;
  makePushKeys(): { publicKey: string; privateKey: string };
  /** 'gone': that browser wants no more. */
  sendPush(push: {
    subscription: { endpoint: string; p256dh: string; auth: string };
    keys: { publicKey: string; privateKey: string };
    payload: string;
  }): Promise<'sent' | 'gone'>;
}

export interface Ports {
  readonly accounts: Accounts;
  readonly connectors: readonly Connector[];
  readonly readers: readonly Reader[];
  /** drop@crm.example.nl, where the operator takes in mail for it. */
  readonly dropAddress: string | null;
  readonly dropReader: DropReader;
  readonly calendars: Calendars;
  /** Providers that can be asked for a permission, as the configuration names them. */
  readonly oauth: readonly OAuthProvider[];
  readonly mailOpener: MailOpener;
  /** Where an uploaded file (or folder of files) of this user lies. */
  uploadPath(input: { userId: string; uploadId: string }): string;
  /** Where attached files are kept. */
  readonly fileFolder: string;
  /** Takes away what was uploaded before then, but for what is still needed. */
  removeUploads(input: { olderThan: Date; keep: (path: string) => boolean }): Promise<void>;
  /** The user's own addresses as a source gives them away (Delivered-To, Sent folders), most likely first. */
  suggestOwnAddresses(input: {
    path: string;
    connector: string;
  }): Promise<readonly { readonly address: string; readonly count: number }[]>;
  readonly seals: Seals;
  readonly outgoing: Outgoing;
  /** Fills an empty house with the demo firm, and takes it out again. */
  readonly demo: { load(ctx: Context): Promise<void>; remove(ctx: Context): Promise<void> };
}

export interface Context {
  readonly db: Db;
  readonly actor: Actor;
  /** The only clock there is. */
  readonly now: () => Date;
  /** Leaves a job, written in the transaction `db` when that is one. */
  readonly enqueue: (job: Job, db: Db) => Promise<void>;
  readonly ports: Ports;
  /** What is done under one batch is undone together. */
  readonly batchId?: string;
  /** The change that is being undone. */
  readonly undoes?: string;
}
