import { PSTFile, type PSTFolder, PSTMessage } from 'pst-extractor';
import { readFolderNames } from '../mail/mail-folders.ts';
import { type DirectoryNames, learnDirectory } from './outlook-addresses.ts';
import type { PstMail, PstMessage, PstStart } from './pst-protocol.ts';
import { renderMail } from './render-mail.ts';

/** The process that opens Outlook's file: hung or dead, it is restarted past the item it was at. */
const mailsAtATime = 20;
const bytesAtATime = 2_000_000;
const learnedFrom = 400;

interface MailFolder {
  readonly folder: PSTFolder;
  readonly names: readonly string[];
}

let goOn = Promise.withResolvers<void>();

process.once('message', (start: PstStart) => {
  process.on('message', () => goOn.resolve());
  run(start).catch((error: unknown) =>
    tell({ type: 'unreadable', detail: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

async function run({ path, skipItems, untilItem = Number.POSITIVE_INFINITY }: PstStart): Promise<void> {
  const folders = [...listMailFolders(new PSTFile(path).getRootFolder(), [])];
  const totalItems = folders.reduce((total, { folder }) => total + folder.contentCount, 0);
  tell({ type: 'opened', totalItems });
  const names = learnDirectory(
    takeFirst(
      listMessages(folders.filter(({ names: folderNames }) => readFolderNames(folderNames).isSent !== true)),
      learnedFrom,
    ),
  );
  let item = 0;
  let batch: PstMail[] = [];
  let bytes = 0;
  const send = async (): Promise<void> => {
    goOn = Promise.withResolvers();
    tell({ type: 'mails', mails: batch });
    batch = [];
    bytes = 0;
    await goOn.promise;
  };
  for (const { folder, names: folderNames } of folders) {
    const count = folder.contentCount;
    const skipped = Math.min(count, Math.max(0, skipItems - item));
    item += skipped;
    if (skipped === count) continue;
    folder.moveChildCursorTo(skipped);
    for (let at = skipped; at < count && item < untilItem; at += 1) {
      item += 1;
      tell({ type: 'at', item });
      const mail = readItem({ folder, folderNames, item, names });
      batch.push(mail);
      bytes += mail.raw?.byteLength ?? 0;
      if (batch.length >= mailsAtATime || bytes > bytesAtATime) await send();
    }
  }
  if (batch.length > 0) await send();
  tell({ type: 'end' });
}

interface ItemInput {
  readonly folder: PSTFolder;
  readonly folderNames: readonly string[];
  readonly item: number;
  readonly names: DirectoryNames;
}

function readItem({ folder, folderNames, item, names }: ItemInput): PstMail {
  const place = { item, folder: folderNames };
  try {
    const message: unknown = folder.getNextChild();
    if (
      !(message instanceof PSTMessage) ||
      !/^(?:IPM\.Note|IPM\.Schedule\.Meeting|REPORT\.IPM\.Note|IPM\.Post)/i.test(message.messageClass)
    ) {
      return { ...place, raw: null, isUnsent: false, problem: null };
    }
    const isSent = readFolderNames(folderNames).isSent === true;
    return { ...place, raw: renderMail({ message, names, isSent }), isUnsent: message.isUnsent, problem: null };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ...place, raw: Buffer.alloc(0), isUnsent: false, problem: `pst-item-unreadable: ${detail.slice(0, 200)}` };
  }
}

const otherFolders =
  /^(?:sync issues|synchronisatieproblemen|conflicts|conflicten|local failures|server failures|rss feeds|rss-feeds|finder|search root)$/i;

/** Folders that hold mail, in the file's own order; calendars, contacts and search folders are passed by. */
function* listMailFolders(folder: PSTFolder, parents: readonly string[]): Iterable<MailFolder> {
  const names = [...parents, folder.displayName].filter((name) => name !== '');
  if (otherFolders.test(folder.displayName) || parents.length > 32) return;
  const holdsMail = folder.containerClass === '' || /^IPF(?:\.Note)?$/i.test(folder.containerClass);
  if (holdsMail && folder.contentCount > 0) yield { folder, names };
  if (!folder.hasSubfolders) return;
  for (const child of folder.getSubFolders()) yield* listMailFolders(child, names);
}

function* listMessages(folders: readonly MailFolder[]): Iterable<PSTMessage> {
  for (const { folder } of folders) {
    folder.moveChildCursorTo(0);
    for (let at = 0; at < folder.contentCount; at += 1) {
      const message = tryNext(folder);
      if (message) yield message;
    }
    folder.moveChildCursorTo(0);
  }
}

function tryNext(folder: PSTFolder): PSTMessage | null {
  try {
    const message: unknown = folder.getNextChild();
    return message instanceof PSTMessage ? message : null;
  } catch {
    return null;
  }
}

function* takeFirst<T>(things: Iterable<T>, count: number): Iterable<T> {
  let taken = 0;
  for (const thing of things) {
    yield thing;
    taken += 1;
    if (taken === count) return;
  }
}

function tell(message: PstMessage): void {
  process.send?.(message);
}
