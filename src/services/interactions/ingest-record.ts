/** What ingest takes in: a connector's record, or one typed or sent by somebody, in one shape. */
import type { SharingLevel } from '#store/mail-sharing.ts';
import type { Actor } from '../context.ts';
import type { IdentityRef, InteractionRecord } from '../imports/connector.ts';

/** A party by id, or as the source names it. */
export type PartyRef = IdentityRef | { readonly kind: 'party'; readonly partyId: string };

export type IngestRecord = Omit<InteractionRecord, 'from' | 'to'> & {
  readonly from: PartyRef;
  readonly to: readonly PartyRef[];
};

export interface IngestSource {
  readonly number: number;
  /** The mailbox owner: what came from here is theirs to read until shared. Null: the firm's. */
  readonly ownerUserId: string | null;
  /** Other mailboxes may hold the same mail; so does whatever has an owner. */
  readonly isMailbox?: boolean;
  /** Whom it brings is nobody's business but the owner's. */
  readonly hidesPeople?: boolean;
  /** What the house writes itself, because of something else in the log. */
  readonly isDerived?: boolean;
}

export interface IngestCounts {
  stored: number;
  duplicates: number;
  corrected: number;
  /** Deleted before by a person: stays deleted. */
  refused: number;
  newParties: number;
  touchedTies: number;
  lists: number;
  bulk: number;
  autoReplies: number;
  bounces: number;
}

export function noCounts(): IngestCounts {
  return {
    stored: 0,
    duplicates: 0,
    corrected: 0,
    refused: 0,
    newParties: 0,
    touchedTies: 0,
    lists: 0,
    bulk: 0,
    autoReplies: 0,
    bounces: 0,
  };
}

/** How many of these were no person's mail. */
export function countClasses(counts: IngestCounts, rows: readonly { readonly mailClass: string }[]): void {
  for (const { mailClass } of rows) {
    if (mailClass === 'list') counts.lists += 1;
    else if (mailClass === 'bulk') counts.bulk += 1;
    else if (mailClass === 'auto-reply') counts.autoReplies += 1;
    else if (mailClass === 'bounce') counts.bounces += 1;
  }
}

export interface IngestInput {
  readonly source: IngestSource;
  readonly records: readonly IngestRecord[];
  /** Their keys were made for them just now and they answer nothing: nothing in the log can have to do with them. */
  readonly isNews?: boolean;
  readonly actor: Actor;
  readonly at: Date;
  readonly importId: string | null;
  /** What colleagues see of a mail, by its source key; null: that and when. */
  readonly sharingOf?: (sourceKey: string) => SharingLevel | null;
}
