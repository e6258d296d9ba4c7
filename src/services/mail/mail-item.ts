/** What a mailbox brings: the mail as it was received, what was made of it, and where it lies there. */
import type { InteractionRecord } from '../imports/connector.ts';

export interface MailPerson {
  readonly address: string;
  readonly name: string | null;
}

/** Beside the record: what one who reads the mail wants to see of it. */
export interface MailFacts {
  readonly from: MailPerson;
  readonly to: readonly MailPerson[];
  readonly cc: readonly MailPerson[];
  readonly hasAttachments: boolean;
}

/** Its number in a folder, which holds as long as the folder's own number does. */
export interface MailCopy {
  readonly uidValidity: number;
  readonly uid: number;
}

export interface MailItem {
  readonly type: 'mail';
  /** Null: sent from here, not seen at the server yet. */
  readonly copy: MailCopy | null;
  readonly record: InteractionRecord;
  readonly facts: MailFacts;
  readonly raw: Uint8Array;
  /** False: only its beginning was fetched. */
  readonly isWhole: boolean;
  readonly sizeBytes: number;
  /** Read elsewhere already. */
  readonly isSeen: boolean;
  /** Lies among what was sent. */
  readonly isSent: boolean;
}

/** All that a folder holds now: copies kept of it beyond these are gone from there. */
export interface MailPresence {
  readonly type: 'mail-presence';
  readonly uidValidity: number;
  /** Ascending, both ends included. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
}
