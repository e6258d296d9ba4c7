import PostalMime, { type Email } from 'postal-mime';
import type { IdentityRef, InteractionRecord } from '#services/imports/connector.ts';
import type { MailFacts } from '#services/mail/mail-item.ts';
import { makeLine } from '../storable-text.ts';
import { findHints } from './hints.ts';
import { listIdentities, parseIdentities } from './mail-addresses.ts';
import { classifyMail } from './mail-class.ts';
import { findSentAt } from './mail-dates.ts';
import { readMailFacts } from './mail-facts.ts';
import { groupHeaders, type MailHeaders } from './mail-headers.ts';
import { asksSomething, makeSnippet, readMailText } from './mail-text.ts';
import { findPromises } from './promises.ts';
import { readSignature } from './signature.ts';
import { listAnswered, makeSourceKey } from './source-key.ts';
import { isPlainThanks } from './thanks.ts';

/** What the mailbox knows beside the mail itself. */
export interface MailHints {
  /** The date in the mbox separator. */
  readonly envelopeMs: number | null;
  /** Never sent: in a drafts folder, or flagged so. */
  readonly isDraft: boolean;
  readonly isInSpamFolder: boolean;
}

export interface MailContext {
  readonly ownAddresses: readonly string[];
  readonly nowMs: number;
}

export type MailOutcome =
  | { readonly type: 'interaction'; readonly record: InteractionRecord; readonly facts: MailFacts }
  | { readonly type: 'failed'; readonly problem: string };

const limits = { maxNestingDepth: 32, maxHeadersSize: 1_048_576, forceRfc822Attachments: true };

/** One raw mail to one record, or the reason why not. Runs in the child process. */
export async function readMail(raw: Uint8Array, hints: MailHints, context: MailContext): Promise<MailOutcome> {
  if (hints.isDraft) return { type: 'failed', problem: 'mail-is-draft' };
  try {
    return makeMailRecord(await PostalMime.parse(raw, limits), hints, context);
  } catch (error) {
    return { type: 'failed', problem: nameParseProblem(error) };
  }
}

function nameParseProblem(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (/nesting/i.test(text)) return 'mail-too-deep';
  if (/header/i.test(text) && /size|large|exceed/i.test(text)) return 'mail-headers-too-large';
  return `mail-unreadable: ${makeLine(text, 200) ?? ''}`;
}

export function makeMailRecord(email: Email, hints: MailHints, context: MailContext): MailOutcome {
  const headers = groupHeaders(email.headers);
  if (isMarkedDraft(headers)) return { type: 'failed', problem: 'mail-is-draft' };
  const from = findSender(email, headers);
  if (!from) return { type: 'failed', problem: 'mail-without-sender' };
  const to = findReceivers(email, headers, from, context.ownAddresses);
  if (to.length === 0)
    return { type: 'failed', problem: namesItself(email, from) ? 'mail-to-self' : 'mail-without-receiver' };
  const atMs = findSentAt({ headers, envelopeMs: hints.envelopeMs, nowMs: context.nowMs });
  if (atMs === null) return { type: 'failed', problem: 'mail-without-date' };

  const subject = makeLine(email.subject, 500);
  const { ownAddresses } = context;
  const { unquoted, ownWords } = readMailText({ text: email.text, html: email.html });
  const mailClass = classifyMail({
    headers,
    fromAddress: from.value,
    subject: subject ?? '',
    ownAddresses,
    isInSpamFolder: hints.isInSpamFolder,
    unquotedText: unquoted,
  });
  const isPerson = mailClass === 'person';
  const isThanks = isPerson && isPlainThanks(ownWords);
  const sourceKey = makeSourceKey(headers, email.text ?? email.html ?? '');
  return {
    type: 'interaction',
    facts: readMailFacts(email, from),
    record: {
      sourceKey,
      atMs,
      channel: 'mail',
      kind: isThanks ? 'thanks' : 'message',
      from,
      to,
      subject,
      snippet: makeSnippet(ownWords),
      answers: listAnswered(headers, sourceKey),
      mailClass,
      asked: null,
      valence: null,
      benefits: isThanks ? [{ giver: 'from', kind: 'thanks', weight: null }] : [],
      order: null,
      promises: isPerson ? findPromises(ownWords, atMs).map(({ text, dueMs }) => ({ text, dueMs })) : [],
      asksAnswer: isPerson && to.length <= 2 && asksSomething(ownWords),
      hints: isPerson ? [...findHints({ ownWords, from, to }), ...readSignature({ unquoted, from })] : [],
    },
  };
}

function namesItself(email: Email, { value }: IdentityRef): boolean {
  return listIdentities([...(email.to ?? []), ...(email.cc ?? [])]).some((receiver) => receiver.value === value);
}

function isMarkedDraft(headers: MailHeaders): boolean {
  return headers.get('x-unsent')?.[0] === '1';
}

function findSender(email: Email, headers: MailHeaders): IdentityRef | undefined {
  const written = listIdentities([email.from, email.sender]);
  return written[0] ?? parseIdentities([...(headers.get('from') ?? []), ...(headers.get('return-path') ?? [])])[0];
}

const deliveryHeaders = [
  'delivered-to',
  'x-original-to',
  'x-delivered-to',
  'envelope-to',
  'x-envelope-to',
  'apparently-to',
  'resent-to',
];

/** To, Cc and Bcc; where none is named ("undisclosed recipients") the mailbox it was delivered to. */
function findReceivers(
  email: Email,
  headers: MailHeaders,
  from: IdentityRef,
  ownAddresses: readonly string[],
): IdentityRef[] {
  const others = (identities: readonly IdentityRef[]): IdentityRef[] =>
    identities.filter(({ value }) => value !== from.value);
  const named = others(listIdentities([...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])]));
  if (named.length > 0) return named;
  const delivered = others(
    parseIdentities(deliveryHeaders.flatMap((name) => headers.get(name) ?? []).filter((value) => value.includes('@'))),
  );
  if (delivered.length > 0) return delivered.slice(0, 1);
  const own = ownAddresses.find((address) => address !== from.value);
  if (own !== undefined && !ownAddresses.includes(from.value)) return [{ kind: 'mail', value: own, displayName: null }];
  const hop = (headers.get('received') ?? []).flatMap(
    (value) => /\bfor\s+<?([^\s<>;]+@[^\s<>;]+)/.exec(value)?.[1] ?? [],
  );
  return others(parseIdentities(hop)).slice(0, 1);
}
