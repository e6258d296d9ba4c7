import type { ListResponse } from 'imapflow';
import type { Place } from '#services/connections/reader.ts';
import { readFolderNames } from '../mail/mail-folders.ts';

const roles: Readonly<Record<string, string>> = {
  '\\Inbox': 'inbox',
  '\\Sent': 'sent',
  '\\Archive': 'archive',
  '\\All': 'all',
  '\\Junk': 'junk',
  '\\Trash': 'trash',
  '\\Drafts': 'drafts',
  '\\Flagged': 'flagged',
  '\\Important': 'important',
};
const trashNames = /^(?:trash|bin|deleted(?: items| messages)?|prullenbak|verwijderd(?:e items|e berichten)?)$/i;
const archiveNames = /^(?:archives?|archief|gearchiveerd)$/i;
/** What was thrown away or never sent, and views on what lies elsewhere. */
const unwanted: ReadonlySet<string> = new Set(['junk', 'trash', 'drafts', 'flagged', 'important']);

/** The folders that can be read, with what they are for and whether they are read unless the user says otherwise. */
export function listPlacesOf(folders: readonly ListResponse[]): Place[] {
  const open = folders.filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'));
  const role = new Map(open.map((folder) => [folder.path, roleOf(folder)]));
  // Where one folder holds all that is not thrown away, the others are labels on the same mails.
  const hasAll = open.some(({ path }) => role.get(path) === 'all');
  return open.map((folder) => {
    const own = role.get(folder.path) ?? null;
    const lies = folder.parent.map((_, at) => role.get(folder.parent.slice(0, at + 1).join(folder.delimiter)));
    const isUnwanted = [own, ...lies].some((one) => one != null && unwanted.has(one));
    return {
      place: folder.path,
      name: [...folder.parent, folder.name].join(' / ').slice(0, 300),
      role: own,
      isWanted: hasAll ? own === 'all' : !isUnwanted,
    };
  });
}

function roleOf({ path, name, specialUse }: ListResponse): string | null {
  if (path.toUpperCase() === 'INBOX') return 'inbox';
  const told = roles[specialUse ?? ''];
  if (told) return told;
  const { isDraft, isInSpamFolder, isSent } = readFolderNames([name]);
  if (isDraft) return 'drafts';
  if (isInSpamFolder) return 'junk';
  if (isSent) return 'sent';
  if (trashNames.test(name)) return 'trash';
  return archiveNames.test(name) ? 'archive' : null;
}
