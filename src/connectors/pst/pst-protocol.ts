/** Between the connector and the process that reads an Outlook file. */
export interface PstStart {
  readonly path: string;
  /** Items (of mail folders, in walking order) already done. */
  readonly skipItems: number;
  /** Stop after this item. */
  readonly untilItem?: number;
}

export interface PstMail {
  /** Counted from 1 over the items of all mail folders. */
  readonly item: number;
  readonly folder: readonly string[];
  /** The mail written out as a message of its own; null for an item that is no mail. */
  readonly raw: Uint8Array | null;
  readonly isUnsent: boolean;
  readonly problem: string | null;
}

export type PstMessage =
  | { readonly type: 'opened'; readonly totalItems: number }
  /** About to read this item: what to blame when nothing follows. */
  | { readonly type: 'at'; readonly item: number }
  | { readonly type: 'mails'; readonly mails: readonly PstMail[] }
  | { readonly type: 'end' }
  | { readonly type: 'unreadable'; readonly detail: string };
