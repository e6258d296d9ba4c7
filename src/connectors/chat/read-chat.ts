/** Reads a chat written as lines of text: who wrote when, to all the others in it. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { ConnectorItem, IdentityRef, InteractionRecord, ReadInput } from '#services/imports/connector.ts';
import { cutText, makeStorable } from '../storable-text.ts';
import { type ChatLine, splitChat } from './chat-lines.ts';
import { chatOwner, chatPerson } from './chat-people.ts';
import { readChatText } from './chat-text.ts';
import { type ChatContent, readContent } from './chat-words.ts';
import { type DateOrder, readWall, tellDateOrder } from './date-order.ts';
import { instantOf } from './wall-time.ts';

export interface ChatWays {
  /** What one is called in the file besides the names that were given. */
  readonly ownWords: readonly string[];
  /** The name of the chat by the name of its file: of a chat of two it is the other. */
  titleOf(fileName: string): string | null;
}

interface Chat {
  readonly people: ReadonlyMap<string, IdentityRef>;
  /** Where the same words of the same person at the same time were said. */
  readonly name: string;
  readonly order: DateOrder;
  readonly timeZone: string;
}

export async function* readChat(input: ReadInput, ways: ChatWays): AsyncIterable<ConnectorItem> {
  const { path, from, signal, nowMs = Date.now() } = input;
  signal.throwIfAborted();
  const { size } = await stat(path);
  const text = await readChatText(path);
  const place = (until: number, length: number) => ({
    cursor: { at: until },
    doneBytes: length === 0 ? size : Math.min(size, Math.floor((until / length) * size)),
  });
  if (text === null) {
    if (!from) yield { ...place(0, 0), type: 'failed', position: '1', problem: 'chat-without-text', raw: null };
    return;
  }
  const lines = splitChat(text);
  const start = Number(from?.['at'] ?? 0);
  const stray = text.slice(0, lines[0]?.from ?? text.length);
  if (start === 0 && stray.replace(/[\s\ufeff\u200e]/g, '') !== '') {
    const raw = Buffer.from(stray.slice(0, 10_000));
    yield {
      ...place(Math.max(1, stray.length), text.length),
      type: 'failed',
      position: '1',
      problem: 'chat-stray-text',
      raw,
    };
  }
  const chat = readWhole(lines, input, ways);
  for (const line of lines) {
    signal.throwIfAborted();
    if (line.from < start) continue;
    const item = readMessage(line, chat, nowMs);
    if (item === null) continue;
    const at = place(line.until, text.length);
    if (typeof item === 'object') yield { ...at, type: 'interaction', record: item };
    else
      yield {
        ...at,
        type: 'failed',
        position: String(line.from),
        problem: item,
        raw: Buffer.from(text.slice(line.from, line.until)),
      };
  }
}

/** Those who said something are in it; a chat in which only one spoke is with whom its file is called after. */
function readWhole(lines: readonly ChatLine[], input: ReadInput, { ownWords, titleOf }: ChatWays): Chat {
  const own = new Set([...input.ownAddresses, ...ownWords].map((name) => name.trim().toLowerCase()));
  const refOf = (name: string) => (own.has(name.toLowerCase()) ? chatOwner(input) : chatPerson(name, input));
  const speaking = lines.filter(({ sender, text }) => sender !== null && readContent(text).type !== 'nothing');
  const names = [...new Set(speaking.flatMap(({ sender }) => sender ?? []))];
  const title = titleOf(input.fileName ?? '');
  const all = names.length === 1 && title !== null && !own.has(title.toLowerCase()) ? [...names, title] : names;
  const people = new Map(all.map((name) => [name, refOf(name)]));
  const others = [...people.values()].filter(({ value }) => value !== chatOwner(input).value);
  return {
    people,
    name: others.length === 1 ? (others[0]?.value ?? '') : (title ?? ''),
    order: tellDateOrder(lines.map(({ stamp }) => stamp)),
    timeZone: input.timeZone ?? 'Europe/Amsterdam',
  };
}

/** A record, the code of what is wrong, or null where nobody said anything. */
function readMessage(line: ChatLine, chat: Chat, nowMs: number): InteractionRecord | string | null {
  const content = line.sender === null ? null : readContent(line.text);
  if (line.sender === null || content === null || content.type === 'nothing') return null;
  const from = chat.people.get(line.sender);
  const to = [...chat.people.values()].filter(({ value }) => value !== from?.value);
  if (!from || to.length === 0) return 'chat-with-nobody';
  const wall = readWall(line.stamp, chat.order);
  const atMs = instantOf(wall, chat.timeZone);
  if (atMs === null) return 'chat-date-impossible';
  if (atMs > nowMs + 86_400_000) return 'future-date';
  return makeChatRecord({ from, to, atMs, content, key: keyOf(line, { ...wall, chat: chat.name, from: from.value }) });
}

interface Said {
  readonly from: IdentityRef;
  readonly to: readonly IdentityRef[];
  readonly atMs: number;
  readonly content: ChatContent;
  readonly key: string;
}

export function makeChatRecord({ from, to, atMs, content, key }: Said): InteractionRecord {
  const isCall = content.type === 'call';
  const words = content.type === 'words' ? makeStorable(content.text).replace(/\s+/g, ' ').trim() : '';
  return {
    ...{ sourceKey: key, atMs, from, to, subject: null, snippet: cutText(words, 500).trimEnd() || null },
    ...{ channel: isCall ? content.channel : 'chat', kind: isCall ? 'call' : 'message' },
    ...{ answers: [], mailClass: 'person', asked: null, valence: null, benefits: [], order: null },
  };
}

/** The same message in a later export is the same, also where that one has other pictures with it. */
function keyOf({ text }: ChatLine, where: object): string {
  const content = readContent(text);
  const said = content.type === 'words' ? content.text : content.type;
  return `chat:${createHash('sha256')
    .update(JSON.stringify([where, said]).toWellFormed())
    .digest('base64url')}`;
}
