/** What every use case is given: the database, who asks, what time it is, and a way to leave work for later. */
import type { Db } from '#store/database.ts';
import type { Connector } from './imports/connector.ts';

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

export type JobName = 'refresh-figures' | 'preview-import' | 'run-import' | 'undo-import';
export interface Job {
  readonly name: JobName;
  readonly data: Readonly<Record<string, string>>;
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

export interface Ports {
  readonly accounts: Accounts;
  readonly connectors: readonly Connector[];
  /** Where an uploaded file (or folder of files) of this user lies. */
  uploadPath(input: { userId: string; uploadId: string }): string;
  /** Takes away what was uploaded before then, but for what is still needed. */
  removeUploads(input: { olderThan: Date; keep: (path: string) => boolean }): Promise<void>;
  /** The user's own addresses as a source gives them away (Delivered-To, Sent folders), most likely first. */
  suggestOwnAddresses(input: {
    path: string;
    connector: string;
  }): Promise<readonly { readonly address: string; readonly count: number }[]>;
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
