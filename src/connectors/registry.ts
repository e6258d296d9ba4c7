import type { Connector } from '#services/imports/connector.ts';
import { csvInteractions } from './csv/csv-interactions.ts';
import { csvParties } from './csv/csv-parties.ts';
import { csvInvoices } from './invoices/csv-invoices.ts';
import { jsonlInteractions } from './jsonl/jsonl-interactions.ts';
import { type OwnAddress, rankOwnAddresses } from './mail/own-addresses.ts';
import { eml, maildir, mailFolder } from './mail-folder/mail-folder.ts';
import { mbox } from './mbox/mbox.ts';
import { pst } from './pst/pst.ts';
import { ubl } from './ubl/ubl.ts';
import { vcard } from './vcard/vcard.ts';

export const connectors: readonly Connector[] = [
  mbox,
  eml,
  maildir,
  mailFolder,
  pst,
  vcard,
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
  return connector ? rankOwnAddresses(input.path, connector) : [];
}
