import { createMailConnector } from '../mail/mail-connector.ts';
import { looksLikeMail } from './mail-file.ts';
import { openMailFolder, sumMailBytes } from './open-mail-folder.ts';

/** One saved mail. */
export const eml = createMailConnector({
  name: 'eml',
  recognise: ({ isFolder, fileName, head }) => {
    if (isFolder || /^From /.test(head)) return 0;
    if (/\.emlx?$/i.test(fileName)) return 0.95;
    return looksLikeMail(head) ? 0.7 : 0;
  },
  totalBytes: sumMailBytes,
  openMails: openMailFolder,
});

/** A folder of mails however they are kept in it, nested or not. */
export const mailFolder = createMailConnector({
  name: 'mail-folder',
  recognise: ({ isFolder, head }) => {
    if (!isFolder) return 0;
    return /\.(?:emlx?|mbox|msf|sbd)$/im.test(head) ? 0.9 : 0.3;
  },
  totalBytes: sumMailBytes,
  openMails: openMailFolder,
});

export const maildir = createMailConnector({
  name: 'maildir',
  recognise: ({ isFolder, head }) => (isFolder && /^cur\/?$/m.test(head) && /^new\/?$/m.test(head) ? 0.95 : 0),
  totalBytes: sumMailBytes,
  openMails: openMailFolder,
});
