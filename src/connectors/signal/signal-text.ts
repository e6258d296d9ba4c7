/** A chat of Signal as text, one line a message ("[2026-05-01 09:30:12] Me: ..."), as signal-export writes it for the desktop program. */
import { stat } from 'node:fs/promises';
import type { Connector } from '#services/imports/connector.ts';
import { looksLikeChat } from '../chat/chat-lines.ts';
import { readChat } from '../chat/read-chat.ts';
import { plainHead } from '../file-head.ts';

export const signalText: Connector = {
  name: 'signal-text',
  brings: 'chats',
  isPrivate: true,
  recognise({ head, isFolder }) {
    if (isFolder || head.startsWith('PK')) return 0;
    const text = plainHead(Buffer.from(head, 'latin1').toString('utf8'));
    // Only there a date begins with its year and one is called Me.
    const isSignal = /^\[\d{4}-\d{2}-\d{2},? \d{2}:\d{2}(:\d{2})?\] [^:\n]+:/m.test(text);
    return isSignal && looksLikeChat(text) ? 0.95 : 0;
  },
  totalBytes: async (path) => (await stat(path)).size,
  read: (input) => readChat(input, { ownWords: ['Me'], titleOf: () => null }),
};
