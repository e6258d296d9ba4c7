/** What the name of a mail folder or a label says, in the languages mailboxes here are kept in. */
const draftNames = /^(?:drafts?|concepten?|conceptberichten|entwürfe|brouillons)$/i;
const spamNames = /^(?:spam|junk|junk e-?mail|ongewenste (?:e-?mail|berichten|reclame)|ongewenst|bulk mail)$/i;
const sentNames =
  /^(?:sent|sent (?:mail|items|messages)|verzonden|verzonden (?:items|berichten|mail|e-?mail)|verstuurd|outbox-sent|gesendet|envoyés)$/i;

export interface FolderMeaning {
  readonly isDraft: boolean;
  readonly isInSpamFolder: boolean;
  readonly isSent: boolean | null;
}

/** Several names: the labels of one mail, or the parts of a folder's path. */
export function readFolderNames(names: readonly string[]): FolderMeaning {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name.trim().replace(/_/g, ' ')));
  return { isDraft: has(draftNames), isInSpamFolder: has(spamNames), isSent: has(sentNames) ? true : null };
}
