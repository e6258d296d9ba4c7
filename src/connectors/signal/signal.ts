/** The history as Signal's own programs export it without encryption: main.jsonl, one JSON object a line. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { z } from 'zod';
import type { Connector, ConnectorItem, ReadInput } from '#services/imports/connector.ts';
import type { ChatContent } from '../chat/chat-words.ts';
import { makeChatRecord } from '../chat/read-chat.ts';
import { plainHead } from '../file-head.ts';
import { type ByteLine, splitLines } from '../rows/byte-lines.ts';
import { chatFrame, recipientFrame, SignalPeople } from './signal-people.ts';

const maxLineBytes = 1_048_576;

export const signal: Connector = {
  name: 'signal',
  brings: 'chats',
  isPrivate: true,
  recognise({ head, isFolder }) {
    const first = plainHead(head).trimStart().slice(0, 2_000);
    const isSignal =
      /^\{[^\n]*"(mediaRootBackupKey|backupTimeMs)"/.test(first) || /^\{"(account|recipient)":\{/.test(first);
    return isFolder || !isSignal ? 0 : 0.95;
  },
  totalBytes: async (path) => (await stat(path)).size,
  read,
};

const time = z.union([z.string(), z.number()]).transform(Number);
const id = z.union([z.string(), z.number()]).transform(String);
const something = z.unknown().optional();
const chatItem = z.object({
  ...{ chatId: id, authorId: id, dateSent: time },
  standardMessage: z
    .object({
      text: z.object({ body: z.string().nullish() }).nullish(),
      attachments: z.array(z.unknown()).nullish(),
    })
    .optional(),
  ...{ stickerMessage: something, contactMessage: something, viewOnceMessage: something },
  directStoryReplyMessage: something,
  updateMessage: z
    .object({
      individualCall: z.object({ type: something, state: something }).nullish(),
    })
    .optional()
    .catch(undefined),
});
type ChatItem = z.infer<typeof chatItem>;

async function* read(input: ReadInput): AsyncIterable<ConnectorItem> {
  const { path, from, signal: stop, nowMs = Date.now() } = input;
  stop.throwIfAborted();
  const { size } = await stat(path);
  const people = new SignalPeople(input);
  const start = Number(from?.['offset'] ?? 0);
  let line = 0;
  // Who is who stands before what they said: a reading that goes on goes through that once more.
  for await (const { bytes, isCut, endOffset } of openLines(path, stop)) {
    stop.throwIfAborted();
    line += 1;
    const isRead = endOffset <= start;
    const text = bytes.toString('utf8').trim();
    const place = { cursor: { offset: endOffset }, doneBytes: Math.min(endOffset, size) };
    const failed = (problem: string): ConnectorItem => {
      return { ...place, type: 'failed', position: String(line), problem, raw: Buffer.from(bytes.subarray(0, 10_000)) };
    };
    if (text === '') continue;
    const frame = isCut ? null : parseFrame(text);
    if (frame === null) {
      if (!isRead) yield failed(isCut ? 'row-too-long' : 'row-json-unreadable');
      continue;
    }
    const recipient = recipientFrame.safeParse(frame['recipient']);
    const chat = chatFrame.safeParse(frame['chat']);
    if (recipient.success) people.addRecipient(recipient.data);
    if (chat.success) people.addChat(chat.data);
    if (isRead || frame['chatItem'] === undefined) continue;
    const item = chatItem.safeParse(frame['chatItem']);
    if (!item.success) {
      yield failed('chat-item-unreadable');
      continue;
    }
    const said = readItem(item.data, people, nowMs);
    if (said === null) continue;
    yield typeof said === 'string' ? failed(said) : { ...place, type: 'interaction', record: said };
  }
}

function openLines(path: string, stop: AbortSignal): AsyncIterable<ByteLine> {
  return splitLines(createReadStream(path, { signal: stop, highWaterMark: 262_144 }), 0, maxLineBytes);
}

function parseFrame(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function readItem(item: ChatItem, people: SignalPeople, nowMs: number) {
  const content = contentOf(item);
  if (content === null) return null;
  const from = people.personOf(item.authorId);
  const to = people.peopleOf(item.chatId).filter(({ value }) => value !== from?.value);
  // A note to oneself is with nobody.
  if (from === null || to.length === 0) return null;
  const { dateSent: atMs } = item;
  if (!Number.isSafeInteger(atMs) || atMs <= 0) return 'chat-date-impossible';
  if (atMs > nowMs + 86_400_000) return 'future-date';
  // Signal itself knows a message by its author and its moment.
  return makeChatRecord({ from, to, atMs, content, key: `signal:${from.value}:${atMs}` });
}

function contentOf(item: ChatItem): ChatContent | null {
  const { standardMessage: message, updateMessage: update } = item;
  if (message) {
    const body = message.text?.body?.trim() ?? '';
    if (body !== '') return { type: 'words', text: body };
    return (message.attachments?.length ?? 0) > 0 ? { type: 'media' } : null;
  }
  const others = [item.stickerMessage, item.contactMessage, item.viewOnceMessage, item.directStoryReplyMessage];
  if (others.some((other) => other !== undefined && other !== null)) return { type: 'media' };
  const call = update?.individualCall;
  if (!call || !/ACCEPTED/.test(String(call.state)) || /NOT_ACCEPTED/.test(String(call.state))) return null;
  return { type: 'call', channel: String(call.type).includes('VIDEO') ? 'video' : 'call' };
}
