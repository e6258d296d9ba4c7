/** A chat as WhatsApp itself exports it ("Export chat"): one chat, a text file or a zip with one. */
import { stat } from 'node:fs/promises';
import type { Connector, Probe } from '#services/imports/connector.ts';
import { looksLikeChat } from '../chat/chat-lines.ts';
import { readChat } from '../chat/read-chat.ts';
import { plainHead } from '../file-head.ts';

export const whatsapp: Connector = {
  name: 'whatsapp',
  brings: 'chats',
  isPrivate: true,
  recognise,
  totalBytes: async (path) => (await stat(path)).size,
  read: (input) => readChat(input, { ownWords: [], titleOf }),
};

function recognise({ head, isFolder, fileName }: Probe): number {
  if (isFolder) return 0;
  if (head.startsWith('PK\u0003\u0004')) {
    return head.includes('_chat.txt') || /whats\s?app/i.test(fileName) ? 0.9 : 0;
  }
  // The head comes as Latin-1, in which the marks around a date are three letters each.
  const text = plainHead(Buffer.from(head, 'latin1').toString('utf8'));
  return looksLikeChat(text) ? 0.9 : 0;
}

/** "WhatsApp Chat with Ans.txt", "WhatsApp-chat met Ans (1).zip", "WhatsApp Chat - Ans.zip". */
function titleOf(fileName: string): string | null {
  const bare = fileName.replace(/\.(txt|zip)$/i, '').replace(/\s*\(\d+\)$/, '');
  const [, title] = /^whats\s?app[\s-]*chat\s*(?:with|met|mit|-)\s*(.+)$/i.exec(bare) ?? [];
  return title?.trim() || null;
}
