import type { Connector, Probe } from '#services/imports/connector.ts';
import { csvInteractions } from './csv/csv-interactions.ts';
import { csvParties } from './csv/csv-parties.ts';
import { jsonlInteractions } from './jsonl/jsonl-interactions.ts';
import { type OwnAddress, rankOwnAddresses } from './mail/own-addresses.ts';
import { eml, maildir, mailFolder } from './mail-folder/mail-folder.ts';
import { mbox } from './mbox/mbox.ts';
import { vcard } from './vcard/vcard.ts';

export const connectors: readonly Connector[] = [
  mbox,
  eml,
  maildir,
  mailFolder,
  vcard,
  csvParties,
  csvInteractions,
  jsonlInteractions,
];

/** Below this nobody is sure enough: better to ask than to read a file wrongly. */
const leastCertainty = 0.3;

/** The connector that knows this file or folder best; null when none does. */
export function recogniseConnector(probe: Probe): Connector | null {
  const ranked = connectors
    .map((connector) => ({ connector, certainty: connector.recognise(probe) }))
    .sort((left, right) => right.certainty - left.certainty);
  const best = ranked[0];
  return best && best.certainty >= leastCertainty ? best.connector : null;
}

/** Whose mailbox this probably is, for the preview's question; nobody for sources that are no mailbox. */
export async function suggestOwnAddresses(input: {
  readonly path: string;
  readonly connector: string;
}): Promise<OwnAddress[]> {
  const connector = connectors.find(({ name }) => name === input.connector);
  return connector ? rankOwnAddresses(input.path, connector) : [];
}
