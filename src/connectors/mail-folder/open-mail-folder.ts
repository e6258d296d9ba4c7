import { stat } from 'node:fs/promises';
import { readHead } from '../file-head.ts';
import type { OpenInput, RawMail } from '../mail/mail-connector.ts';
import { parseSeparatorDate } from '../mail/mail-dates.ts';
import { openMbox } from '../mbox/mbox.ts';
import { type MailFileKind, readMailFile, readPlace, tellMailFile } from './mail-file.ts';
import { type FoundFile, walkFiles } from './walk-files.ts';

/** Walks a file or folder of mails: .eml, .emlx, Maildir (nested too) and mbox files among them. */
export async function* openMailFolder({ path, from, signal }: OpenInput): AsyncIterable<RawMail> {
  const resumed = readCursor(from);
  let doneBytes = Number(from?.['doneBytes'] ?? 0);
  if (resumed.insideMbox) {
    const { file, offset } = resumed.insideMbox;
    for await (const mail of openMboxIn({ root: path, relativePath: file, offset, signal })) {
      yield { ...mail, doneBytes, cursor: { ...mail.cursor, doneBytes } };
    }
  }
  for await (const found of walkFiles(path, resumed.after)) {
    signal.throwIfAborted();
    const kind = await findKind(found);
    if (kind === null) continue;
    const { size } = await stat(found.path);
    if (kind === 'mbox') {
      for await (const mail of openMboxIn({ root: path, relativePath: found.relativePath, offset: 0, signal })) {
        const doneNow = doneBytes + mail.doneBytes;
        yield { ...mail, doneBytes: doneNow, cursor: { ...mail.cursor, doneBytes: doneNow } };
      }
      doneBytes += size;
      continue;
    }
    doneBytes += size;
    yield await readOne(found, kind, doneBytes);
  }
}

interface Resumed {
  readonly after: string | null;
  readonly insideMbox: { readonly file: string; readonly offset: number } | null;
}

function readCursor(from: OpenInput['from']): Resumed {
  if (!from) return { after: null, insideMbox: null };
  const file = String(from['file']);
  return { after: file, insideMbox: from['offset'] === undefined ? null : { file, offset: Number(from['offset']) } };
}

async function findKind({ path, relativePath }: FoundFile): Promise<MailFileKind | null> {
  const isAskedFor = relativePath === '';
  if (!isAskedFor && /\.(?:msf|dat|json|html?|css|jpe?g|png|gif|pdf|zip|plist|sqlite|db)$/i.test(relativePath))
    return null;
  const kind = tellMailFile(isAskedFor ? path : relativePath, (await readHead(path, 16_384)).toString('latin1'));
  return kind ?? (isAskedFor ? 'mail' : null);
}

async function readOne({ path, relativePath }: FoundFile, kind: MailFileKind, doneBytes: number): Promise<RawMail> {
  const { isDraft, isInSpamFolder, isSent } = readPlace(relativePath);
  const raw = await readMailFile(path, kind);
  const firstLine = raw.toString('latin1', 0, 200);
  return {
    raw,
    hints: {
      envelopeMs: firstLine.startsWith('From ') ? parseSeparatorDate(firstLine) : null,
      isDraft,
      isInSpamFolder,
    },
    isSent,
    position: relativePath || path.slice(path.lastIndexOf('/') + 1),
    cursor: { file: relativePath, doneBytes },
    doneBytes,
    problem: kind === 'outlook-msg' ? 'outlook-msg-unreadable' : null,
  };
}

interface MboxInFolder {
  readonly root: string;
  readonly relativePath: string;
  readonly offset: number;
  readonly signal: AbortSignal;
}

async function* openMboxIn({ root, relativePath, offset, signal }: MboxInFolder): AsyncIterable<RawMail> {
  const path = relativePath === '' ? root : `${root}/${relativePath}`;
  const place = readPlace(relativePath);
  for await (const mail of openMbox({ path, from: { offset }, signal })) {
    yield {
      ...mail,
      hints: {
        ...mail.hints,
        isDraft: mail.hints.isDraft || place.isDraft,
        isInSpamFolder: mail.hints.isInSpamFolder || place.isInSpamFolder,
      },
      isSent: mail.isSent ?? place.isSent,
      position: `${relativePath}${mail.position}`,
      cursor: { file: relativePath, ...mail.cursor },
    };
  }
}

export async function sumMailBytes(path: string): Promise<number> {
  let bytes = 0;
  for await (const found of walkFiles(path, null)) {
    if ((await findKind(found)) !== null) bytes += (await stat(found.path)).size;
  }
  return bytes;
}
