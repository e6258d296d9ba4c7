import { readHead } from '../file-head.ts';
import { maxMailBytes } from '../mail/mail-connector.ts';
import { readFolderNames } from '../mail/mail-folders.ts';

export type MailFileKind = 'mail' | 'apple-mail' | 'maildir' | 'outlook-msg' | 'mbox';

/** What a file in a mail folder is, by its place and name and, where those say nothing, by its first lines. */
export function tellMailFile(relativePath: string, head: string): MailFileKind | null {
  const name = relativePath.slice(relativePath.lastIndexOf('/') + 1);
  if (/\.emlx$/i.test(name)) return 'apple-mail';
  if (/\.eml$/i.test(name)) return 'mail';
  if (/(?:^|\/)(?:cur|new)\/[^/]+$/.test(relativePath)) return 'maildir';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0') && /\.msg$/i.test(name)) return 'outlook-msg';
  if (/^From [^\r\n]*\r?\n(?:>?From |[!-9;-~]+\s?:)/.test(head)) return 'mbox';
  return looksLikeMail(head) ? 'mail' : null;
}

/** Two or more of the headers every mail has, before the first empty line. */
export function looksLikeMail(head: string): boolean {
  const block = head.slice(0, 16_384).split(/\r?\n\r?\n/)[0] ?? '';
  const known =
    block.match(/^(?:from|to|date|subject|received|return-path|message-id|mime-version|delivered-to):/gim) ?? [];
  return /^[!-9;-~]+\s?:/.test(block) && new Set(known.map((name) => name.toLowerCase())).size >= 2;
}

/** The mail in a file of one mail, at most the first 8 MB; Apple Mail's byte count in front and property list behind go. */
export async function readMailFile(path: string, kind: MailFileKind): Promise<Buffer> {
  const bytes = await readHead(path, maxMailBytes);
  if (kind !== 'apple-mail') return dropSeparator(bytes);
  const count = /^\s*(\d{1,12})\s*\r?\n/.exec(bytes.toString('latin1', 0, 40));
  return count ? bytes.subarray(count[0].length, count[0].length + Number(count[1])) : bytes;
}

/** Some programs save a single mail with the mbox separator still in front. */
function dropSeparator(bytes: Buffer): Buffer {
  if (bytes.toString('latin1', 0, 5) !== 'From ') return bytes;
  const end = bytes.indexOf(10);
  return end < 0 ? bytes : bytes.subarray(end + 1);
}

/** Flags in a Maildir file name ("...:2,DRS") and the folders it lies in ("/.Sent/", "/INBOX.Drafts/"). */
export function readPlace(relativePath: string): { isDraft: boolean; isInSpamFolder: boolean; isSent: boolean | null } {
  const flags = /[:;!]2,([A-Za-z]*)$/.exec(relativePath)?.[1] ?? '';
  const folders = relativePath
    .split('/')
    .slice(0, -1)
    .flatMap((name) => [name, ...name.split('.')]);
  const meaning = readFolderNames(folders.map((name) => name.replace(/\.(?:mbox|sbd)$/i, '')));
  return { ...meaning, isDraft: meaning.isDraft || flags.includes('D') };
}
