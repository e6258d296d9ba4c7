import type { Connector, ConnectorItem, Cursor, Probe, ReadInput } from '#services/imports/connector.ts';
import { parseInOrder } from '../parsing/parse-in-order.ts';
import type { MailHints } from './mail-record.ts';

/** Of a longer mail only the beginning is read: text stands before the attachments, and memory stays bounded. */
export const maxMailBytes = 8 * 1024 * 1024;

export interface RawMail {
  readonly raw: Uint8Array;
  readonly hints: MailHints;
  /** Lies in a folder, or has a label, of sent mail; null when the source does not tell. */
  readonly isSent: boolean | null;
  readonly position: string;
  readonly cursor: Cursor;
  readonly doneBytes: number;
  /** Set when the source itself could not read this mail. */
  readonly problem: string | null;
}

export interface OpenInput {
  readonly path: string;
  readonly from: Cursor | null;
  readonly signal: AbortSignal;
}

/** How one kind of mailbox is walked; parsing is the same for all. */
export interface MailSource {
  readonly name: string;
  recognise(probe: Probe): number;
  totalBytes(path: string): Promise<number>;
  openMails(input: OpenInput): AsyncIterable<RawMail>;
}

export interface MailConnector extends Connector {
  readonly source: MailSource;
}

export function createMailConnector(source: MailSource): MailConnector {
  return {
    name: source.name,
    brings: 'mail',
    isPrivate: true,
    source,
    recognise: (probe) => source.recognise(probe),
    totalBytes: (path) => source.totalBytes(path),
    read: (input) => readMails(source, input),
  };
}

function readMails(source: MailSource, input: ReadInput): AsyncIterable<ConnectorItem> {
  const { path, from, signal } = input;
  return parseInOrder<RawMail>({
    input,
    things: source.openMails({ path, from, signal }),
    sizeOf: ({ raw }) => raw.byteLength,
    toParseItem: ({ raw, hints, problem }) => (problem === null ? { type: 'mail', raw, hints } : null),
    toItem: ({ raw, position, cursor, doneBytes, problem }, outcome) => {
      if (outcome?.type === 'interaction') return { cursor, doneBytes, type: 'interaction', record: outcome.record };
      return {
        cursor,
        doneBytes,
        type: 'failed',
        position,
        problem: (outcome?.type === 'failed' ? outcome.problem : null) ?? problem ?? 'mail-unreadable',
        raw,
      };
    },
  });
}
