/** Opening a mail to read it: done in a process with limits, lent by connectors/. */
import type { InteractionRecord } from '../imports/connector.ts';
import type { MailFacts } from '../mail/mail-item.ts';

export interface OpenedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

export interface OpenedMail {
  /** What the writer wrote as plain text, or what is left of the HTML without its marks. */
  readonly text: string;
  /** Cleaned; images of the mail itself inside. Remote ones stand there only with `withRemote`. Null: there is only text. */
  readonly html: string | null;
  /** There is something in it that would be fetched from elsewhere. */
  readonly hasRemote: boolean;
  readonly files: readonly OpenedFile[];
}

export interface MailOpener {
  /** Null: it cannot be read; its bytes can still be had. */
  open(raw: Uint8Array, options: { withRemote: boolean }): Promise<OpenedMail | null>;
  /** Null: there is no such file in it. */
  openFile(raw: Uint8Array, at: number): Promise<(OpenedFile & { readonly bytes: Uint8Array }) | null>;
  /** As a mailbox would bring it. */
  read(
    raw: Uint8Array,
    context: { ownAddresses: readonly string[]; nowMs: number },
  ): Promise<{ readonly record: InteractionRecord; readonly facts: MailFacts } | null>;
}
