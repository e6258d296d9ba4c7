import type { PSTMessage } from 'pst-extractor';
import {
  type DirectoryNames,
  listReceivers,
  listSenderForms,
  type OutlookReceiver,
  resolveAddress,
} from './outlook-addresses.ts';

export interface RenderInput {
  readonly message: PSTMessage;
  readonly names: DirectoryNames;
  readonly isSent: boolean;
}

const maxBodyLength = 2_000_000;
/** Said by Outlook's own fields below, or about parts that are not written out. */
const replacedHeaders = /^(?:bcc|subject|date|message-id|in-reply-to|mime-version|content-[\w-]+):/i;

/** An Outlook item written out as an ordinary mail, so that one parser and one quarantine serve all. */
export function renderMail({ message, names, isSent }: RenderInput): Buffer {
  const address = resolveAddress(listSenderForms(message), names) ?? (isSent ? names.owner : null);
  const receivers = listReceivers(message);
  const isKnown = { from: address !== null, to: receivers.some((receiver) => nameAddress(receiver, names) !== null) };
  const sentAt = message.clientSubmitTime ?? message.messageDeliveryTime;
  const headers = [
    ...keepTransportHeaders(message.transportMessageHeaders, isKnown),
    address === null ? '' : `From: ${encodeName(message.sentRepresentingName || message.senderName)} <${address}>`,
    writeReceivers(
      'To',
      receivers.filter(({ type }) => type !== 2 && type !== 3),
      names,
    ),
    writeReceivers(
      'Cc',
      receivers.filter(({ type }) => type === 2),
      names,
    ),
    writeReceivers(
      'Bcc',
      receivers.filter(({ type }) => type === 3),
      names,
    ),
    `Subject: ${encodeName(message.subject)}`,
    sentAt === null ? '' : `Date: ${sentAt.toUTCString()}`,
    message.internetMessageId === '' ? '' : `Message-ID: ${oneLine(message.internetMessageId)}`,
    message.inReplyToId === '' ? '' : `In-Reply-To: ${oneLine(message.inReplyToId)}`,
    'MIME-Version: 1.0',
  ].filter((header) => header !== '');
  const text = message.body.slice(0, maxBodyLength);
  const html = text.trim() === '' ? message.bodyHTML.slice(0, maxBodyLength) : '';
  const body = Buffer.from(html === '' ? text : html)
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n');
  const type = html === '' ? 'text/plain' : 'text/html';
  return Buffer.from(
    [...headers, `Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', body, ''].join(
      '\r\n',
    ),
  );
}

/** Received, References, List-Id and other marks of the way it came; sender and receivers only where Outlook itself has none. */
function keepTransportHeaders(written: string, isKnown: { from: boolean; to: boolean }): string[] {
  return written
    .slice(0, 200_000)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
    .filter((line) => /^[!-9;-~]+:/.test(line) && !replacedHeaders.test(line))
    .filter((line) => (/^from:/i.test(line) ? !isKnown.from : /^(?:to|cc):/i.test(line) ? !isKnown.to : true))
    .map(oneLine);
}

function writeReceivers(header: string, receivers: readonly OutlookReceiver[], names: DirectoryNames): string {
  const written = receivers.flatMap((receiver) => {
    const address = nameAddress(receiver, names);
    return address === null ? [] : [`${encodeName(receiver.name)} <${oneLine(address)}>`];
  });
  return written.length === 0 ? '' : `${header}: ${written.join(',\r\n ')}`;
}

function nameAddress({ address, path }: OutlookReceiver, names: DirectoryNames): string | null {
  return address ?? (path === null ? null : resolveAddress([path], names));
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim();
}

/** As an encoded word, in pieces of whole characters: names and subjects may hold anything. */
function encodeName(text: string): string {
  const characters = [...oneLine(text).toWellFormed()];
  const words: string[] = [];
  for (let at = 0; at < characters.length; at += 12) {
    words.push(`=?utf-8?B?${Buffer.from(characters.slice(at, at + 12).join('')).toString('base64')}?=`);
  }
  return words.join('\r\n ');
}
