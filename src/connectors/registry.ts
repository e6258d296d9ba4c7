import type { Connector } from '#services/imports/connector.ts';
import { rankNames } from './chat/rank-names.ts';
import { csvInteractions } from './csv/csv-interactions.ts';
import { csvParties } from './csv/csv-parties.ts';
import { csvInvoices } from './invoices/csv-invoices.ts';
import { jsonlInteractions } from './jsonl/jsonl-interactions.ts';
import { type OwnAddress, rankOwnAddresses } from './mail/own-addresses.ts';
import { eml, maildir, mailFolder } from './mail-folder/mail-folder.ts';
import { mbox } from './mbox/mbox.ts';
import { pst } from './pst/pst.ts';
import { signal } from './signal/signal.ts';
import { signalText } from './signal/signal-text.ts';
import { ubl } from './ubl/ubl.ts';
import { vcard } from './vcard/vcard.ts';
import { whatsapp } from './whatsapp/whatsapp.ts';

export const connectors: readonly Connector[] = [
  mbox,
  eml,
  maildir,
  mailFolder,
  pst,
  vcard,
  whatsapp,
  signal,
  signalText,
  csvParties,
  csvInteractions,
  csvInvoices,
  ubl,
  jsonlInteractions,
];

/** Whose mailbox this probably is, for the preview's question; nobody for sources that are no mailbox. */
export async function suggestOwnAddresses(input: {
  readonly path: string;
  readonly connector: string;
}): Promise<OwnAddress[]> {
  const connector = connectors.find(({ name }) => name === input.connector);
  if (connector === whatsapp) return rankNames(input.path);
  return connector ? rankOwnAddresses(input.path, connector) : [];
}
