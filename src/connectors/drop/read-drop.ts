/** A mail at a drop address: one's own in copy, or one that is forwarded. Runs in the child process. */
import PostalMime, { type Email } from 'postal-mime';
import type { DropHints, DropOutcome } from '#services/drop/drop-reader.ts';
import type { MailFacts } from '#services/mail/mail-item.ts';
import { listIdentities } from '../mail/mail-addresses.ts';
import { firstHeader, groupHeaders } from '../mail/mail-headers.ts';
import { type MailOutcome, readMail } from '../mail/mail-record.ts';
import { normaliseMessageId } from '../mail/source-key.ts';
import { htmlToLines } from './html-lines.ts';
import { readInlineForward } from './inline-forward.ts';

const limits = { maxNestingDepth: 32, maxHeadersSize: 1_048_576, forceRfc822Attachments: true };
const noHints = { envelopeMs: null, isDraft: false, isInSpamFolder: false };

export async function readDrop(raw: Uint8Array, hints: DropHints): Promise<DropOutcome> {
  let email: Email;
  try {
    email = await PostalMime.parse(raw, limits);
  } catch {
    return failed('mail-unreadable');
  }
  const sender = listIdentities([email.from])[0]?.value;
  if (sender === undefined || !hints.ownAddresses.includes(sender)) {
    return { type: 'failed', problem: 'drop-not-yours', isForeign: true };
  }
  const receivers = listIdentities([...(email.to ?? []), ...(email.cc ?? [])]);
  const isCopy = receivers.some(({ value }) => !isDrop(value, hints));
  return isCopy ? finish(raw, await read(raw, hints), hints) : readForwarded(email, hints);
}

/** As an attachment it is the very mail; in the text it is what the program wrote of it. */
async function readForwarded(email: Email, hints: DropHints): Promise<DropOutcome> {
  const attached = email.attachments.find(({ mimeType }) => mimeType === 'message/rfc822');
  if (attached) {
    const raw = bytesOf(attached.content);
    return finish(raw, await read(raw, hints), hints, true);
  }
  const text = email.text?.trim() ? email.text : htmlToLines(email.html ?? '');
  const found = readInlineForward(text, hints.timeZone);
  if (found === null) return failed('drop-nothing-in-it');
  const [own = ''] = hints.ownAddresses;
  const headers = [
    `From: ${asHeader(found.from)}`,
    `To: ${asHeader(found.to) || own}`,
    ...(found.cc === '' ? [] : [`Cc: ${asHeader(found.cc)}`]),
    `Date: ${new Date(found.atMs).toUTCString()}`,
    `Subject: ${asHeader(found.subject)}`,
    ...originalId(email).map((id) => `Message-ID: <${id}>`),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  const raw = Buffer.from(`${headers.join('\r\n')}\r\n\r\n${found.body.replace(/\n/g, '\r\n')}\r\n`);
  return finish(raw, await read(raw, hints), hints, true);
}

/** Which mail it was, as far as the program that forwarded it says: then it is the same mail elsewhere. */
function originalId(email: Email): string[] {
  const headers = groupHeaders(email.headers);
  const references = firstHeader(headers, 'references').match(/<[^<>\s]{3,400}>/g) ?? [];
  const said = [firstHeader(headers, 'x-forwarded-message-id'), firstHeader(headers, 'in-reply-to'), references.at(-1)];
  const first = said.find((id) => id !== undefined && /@/.test(id));
  return first === undefined ? [] : [normaliseMessageId(first)].filter((id) => id !== null);
}

function read(raw: Uint8Array, { ownAddresses, nowMs }: DropHints): Promise<MailOutcome> {
  return readMail(raw, noHints, { ownAddresses, nowMs });
}

function finish(raw: Uint8Array, outcome: MailOutcome, hints: DropHints, isForwarded = false): DropOutcome {
  if (outcome.type === 'failed') return failed(outcome.problem);
  const { record, facts } = outcome;
  const to = record.to.filter(({ value }) => !isDrop(value, hints));
  if (to.length === 0) return failed('mail-without-receiver');
  const isSent = hints.ownAddresses.includes(record.from.value);
  const item = {
    ...{ copy: null, isWhole: true, isSeen: true, isSent, raw, sizeBytes: raw.byteLength },
    record: { ...record, to },
    facts: withoutDrop(facts, hints),
  };
  return { type: 'mail', item, isForwarded };
}

function withoutDrop(facts: MailFacts, hints: DropHints): MailFacts {
  const others = (people: MailFacts['to']) => people.filter(({ address }) => !isDrop(address, hints));
  return { ...facts, to: others(facts.to), cc: others(facts.cc) };
}

/** drop@crm.example.nl, and drop+anything@crm.example.nl. */
function isDrop(address: string, { dropAddress }: DropHints): boolean {
  const [local = '', domain = ''] = dropAddress.toLowerCase().split('@');
  const [name = '', host] = address.toLowerCase().split('@');
  return host === domain && (name === local || name.startsWith(`${local}+`));
}

function asHeader(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a header is one line
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function failed(problem: string): DropOutcome {
  return { type: 'failed', problem, isForeign: false };
}
