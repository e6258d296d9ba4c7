/** What a mail server or the line to it meant, out of what nodemailer throws. */

import type { SubmitProblem } from '#contract/mail-values.ts';
import { ReaderProblem } from '#services/connections/reader.ts';
import type { Refused } from '#services/outbox/submission.ts';

interface SmtpError extends Error {
  readonly code?: string;
  readonly response?: string | false;
  readonly responseCode?: number;
  readonly command?: string;
  readonly recipient?: string;
  readonly rejectedErrors?: readonly SmtpError[];
}

export interface SmtpTrouble {
  readonly problem: SubmitProblem;
  /** The server's own. */
  readonly words: string | null;
  /** Its three digits, where it answered at all. */
  readonly code: number | null;
  readonly refused: readonly Refused[];
}

const netProblems: Readonly<Record<string, SubmitProblem>> = {
  certificate: 'certificate',
  'refused-address': 'refused-address',
  'unknown-host': 'unknown-host',
  'too-slow': 'too-slow',
};

const lineProblems: Readonly<Record<string, SubmitProblem>> = {
  EAUTH: 'wrong-password',
  ETIMEDOUT: 'too-slow',
  ETLS: 'certificate',
  EDNS: 'unknown-host',
  EPROTOCOL: 'garbage',
  EREQUIRETLS: 'certificate',
};

export function readSmtpTrouble(error: unknown): SmtpTrouble {
  if (error instanceof ReaderProblem) {
    return { problem: netProblems[error.problem] ?? 'unreachable', words: null, code: null, refused: [] };
  }
  const trouble = error as SmtpError;
  const code = typeof trouble.responseCode === 'number' && trouble.responseCode >= 400 ? trouble.responseCode : null;
  const refused = (trouble.rejectedErrors ?? []).map((one) => ({
    address: one.recipient ?? '',
    words: wordsOf(one) ?? '',
  }));
  return { problem: problemOf(trouble, code), words: wordsOf(trouble), code, refused };
}

function problemOf(trouble: SmtpError, code: number | null): SubmitProblem {
  const isSigningIn = trouble.code === 'EAUTH' || trouble.command?.startsWith('AUTH') === true;
  if (isSigningIn) return code !== null && code < 500 ? 'busy' : 'wrong-password';
  if (code !== null) return code < 500 ? 'busy' : 'refused';
  if (/larger than allowed/.test(trouble.message)) return 'too-large';
  if (/certificate|self.signed|altname|CERT_|SSL|TLS/i.test(trouble.message)) return 'certificate';
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(trouble.message)) return 'unreachable';
  return lineProblems[trouble.code ?? ''] ?? 'cut-off';
}

/** One line of what it said, without anything that is not text. */
export function wordsOf(error: unknown): string | null {
  const { response } = error as SmtpError;
  if (typeof response !== 'string') return null;
  const plain = response
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim();
  return plain === '' ? null : plain.slice(0, 500);
}
