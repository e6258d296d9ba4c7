import { stat } from 'node:fs/promises';
import { createMailConnector, type OpenInput, type RawMail } from '../mail/mail-connector.ts';
import { readFolderNames } from '../mail/mail-folders.ts';
import type { PstMail } from './pst-protocol.ts';
import { readPst } from './pst-reader.ts';

/** Outlook's own file. What it cannot read fails with a code whose words say how to get mail out of Outlook otherwise. */
export const pst = createMailConnector({
  name: 'pst',
  recognise: ({ head, fileName, isFolder }) => {
    if (isFolder) return 0;
    if (head.startsWith('!BDN')) return 0.95;
    return /\.(?:pst|ost)$/i.test(fileName) ? 0.5 : 0;
  },
  totalBytes: async (path) => (await stat(path)).size,
  openMails,
});

async function* openMails({ path, from, signal }: OpenInput): AsyncIterable<RawMail> {
  const { size } = await stat(path);
  for await (const { totalItems, mails } of readPst({ path, skipItems: Number(from?.['item'] ?? 0) }, signal)) {
    for (const mail of mails) {
      if (mail.raw !== null)
        yield toRawMail(mail, mail.raw, Math.round(Math.min(1, mail.item / Math.max(1, totalItems)) * size));
    }
  }
}

function toRawMail({ item, folder, isUnsent, problem }: PstMail, raw: Uint8Array, doneBytes: number): RawMail {
  const { isDraft, isInSpamFolder, isSent } = readFolderNames(folder);
  return {
    raw,
    hints: { envelopeMs: null, isDraft: isDraft || isUnsent, isInSpamFolder },
    isSent,
    position: `${folder.at(-1) ?? ''}#${item}`,
    cursor: { item },
    doneBytes,
    problem,
  };
}
