import { stat } from 'node:fs/promises';
import type { Connector, ConnectorItem, ReadInput } from '#services/imports/connector.ts';
import { plainHead } from '../file-head.ts';
import { parseInOrder } from '../parsing/parse-in-order.ts';
import { openTextSource } from '../rows/text-source.ts';
import { type CardText, splitCards } from './split-cards.ts';

export const vcard: Connector = {
  name: 'vcard',
  brings: 'parties',
  isPrivate: false,
  recognise: ({ head, isFolder, fileName }) => {
    if (isFolder) return 0;
    if (/^\s*BEGIN:VCARD\s*$/im.test(plainHead(head).slice(0, 2_000))) return 0.95;
    return /\.vcf$/i.test(fileName) ? 0.5 : 0;
  },
  totalBytes: async (path) => (await stat(path)).size,
  read,
};

async function* read(input: ReadInput): AsyncIterable<ConnectorItem> {
  const { path, from, signal } = input;
  const { size } = await stat(path);
  const source = await openTextSource(path, signal);
  const cards = splitCards(source, { offset: Number(from?.['offset'] ?? 0), line: Number(from?.['line'] ?? 1) });
  yield* parseInOrder<CardText>({
    input,
    things: cards,
    sizeOf: ({ text }) => text.length,
    toParseItem: ({ text, problem }) => (problem === null ? { type: 'card', raw: Buffer.from(text) } : null),
    toItem: ({ text, line, nextLine, endOffset, problem }, outcome) => {
      const place = { cursor: { offset: endOffset, line: nextLine }, doneBytes: Math.min(endOffset, size) };
      if (outcome?.type === 'party') return { ...place, ...outcome };
      return {
        ...place,
        type: 'failed',
        position: String(line),
        problem: (outcome?.type === 'failed' ? outcome.problem : null) ?? problem ?? 'card-unreadable',
        raw: Buffer.from(text),
      };
    },
  });
}
