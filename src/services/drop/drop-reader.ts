/** What is made of a mail at a drop address: read in a process with limits, lent by connectors/. */
import type { MailItem } from '../mail/mail-item.ts';

export interface DropHints {
  /** drop@crm.example.nl: with and without a token no receiver of the mail itself. */
  readonly dropAddress: string;
  readonly ownAddresses: readonly string[];
  readonly timeZone: string;
  readonly nowMs: number;
}

/** not-yours: who sent it is not who the address belongs to. */
export type DropOutcome =
  | { readonly type: 'mail'; readonly item: Omit<MailItem, 'type'>; readonly isForwarded: boolean }
  | { readonly type: 'failed'; readonly problem: string; readonly isForeign: boolean };

export interface DropReader {
  read(raw: Uint8Array, hints: DropHints): Promise<DropOutcome>;
}
