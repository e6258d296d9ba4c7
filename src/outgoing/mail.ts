/** Mail to colleagues, through the server the operator names. */
import { createTransport } from 'nodemailer';
import type { Letter } from '#services/context.ts';

interface MailSettings {
  /** smtp:// or smtps://, with name and password where it asks for them. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
}

/** Null: this house cannot send mail. */
export function createMailer({ smtpUrl, mailFrom }: MailSettings): ((letter: Letter) => Promise<void>) | null {
  if (smtpUrl === undefined || mailFrom === undefined) return null;
  const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  // What a letter says never makes the program read a file or an address.
  const closed = { disableFileAccess: true, disableUrlAccess: true };
  const transport = createTransport({ url: smtpUrl, ...limits, ...closed });
  return async ({ to, subject, text, html }) => {
    const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
    await transport.sendMail({ from: mailFrom, to: { name: '', address: to }, subject, text, html, headers });
  };
}
