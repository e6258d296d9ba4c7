import { stat } from 'node:fs/promises';
import type { Connector, ConnectorItem, ReadInput } from '#services/imports/connector.ts';
import { hasPartyHeader } from '../parties/party-columns.ts';
import { makeParty } from '../parties/party-row.ts';
import { parseHeader } from '../rows/csv-rows.ts';
import { hasInteractionHeader } from '../rows/interaction-columns.ts';
import { readCsvItems } from './csv-items.ts';
import { readHeaderLine } from './header-line.ts';

export const csvParties: Connector = {
  name: 'csv-parties',
  brings: 'parties',
  isPrivate: false,
  recognise: ({ head, isFolder }) => {
    if (isFolder) return 0;
    const { header } = parseHeader(readHeaderLine(head));
    return hasPartyHeader(header) && !hasInteractionHeader(header) ? 0.8 : 0;
  },
  totalBytes: async (path) => (await stat(path)).size,
  read,
};

function read(input: ReadInput): AsyncIterable<ConnectorItem> {
  return readCsvItems(input, (cells) => ({ type: 'party', record: makeParty(cells, input.defaultCountry) }));
}
