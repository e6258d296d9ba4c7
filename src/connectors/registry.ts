import type { Connector, Probe } from '#services/imports/connector.ts';
import { csvInteractions } from './csv/csv-interactions.ts';
import { jsonlInteractions } from './jsonl/jsonl-interactions.ts';
import { eml, maildir, mailFolder } from './mail-folder/mail-folder.ts';
import { mbox } from './mbox/mbox.ts';

export const connectors: readonly Connector[] = [mbox, eml, maildir, mailFolder, csvInteractions, jsonlInteractions];

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
