/** What is asked of a mail server, and how that can end. Only 'unknown' leaves a question: everything went out and no answer came. */
import type { SubmitProblem } from '#contract/mail-values.ts';
import type { ConnectionSecret } from '../connections/reader.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly userName: string;
  readonly secret: ConnectionSecret | null;
}

export interface MailLine {
  readonly address: string;
  readonly name: string | null;
}

/** A letter with everything that goes into it; the bytes are made of this. */
export interface WholeLetter {
  readonly from: MailLine;
  readonly to: readonly MailLine[];
  readonly cc: readonly MailLine[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** Nearest first. */
  readonly answers: readonly string[];
  readonly at: Date;
  readonly files: readonly { readonly name: string; readonly mediaType: string; readonly path: string }[];
}

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface Refused {
  readonly address: string;
  readonly words: string;
}

export type Submission =
  /** The server took it, for all but these. */
  | { readonly outcome: 'sent'; readonly refused: readonly Refused[] }
  /** It did not go out, and trying again by itself will not help. */
  | {
      readonly outcome: 'failed';
      readonly problem: SubmitProblem;
      readonly words: string | null;
      readonly refused: readonly Refused[];
    }
  /** It did not go out this time. */
  | { readonly outcome: 'later'; readonly problem: SubmitProblem; readonly words: string | null }
  /** All of it was handed over, and the line went dead before the answer. */
  | { readonly outcome: 'unknown'; readonly words: string | null };

/** The way out for mail that colleagues write, lent by outgoing/. */
export interface MailWay {
  compose(letter: WholeLetter): Promise<Buffer>;
  submit(input: { server: MailServer; envelope: Envelope; raw: Buffer; signal: AbortSignal }): Promise<Submission>;
  /** Signs in and out again. Null: it works. */
  greet(server: MailServer): Promise<{ problem: SubmitProblem; words: string | null } | null>;
}
