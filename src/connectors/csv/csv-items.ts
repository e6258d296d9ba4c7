import { stat } from 'node:fs/promises';
import type { ConnectorItem, InteractionRecord, PartyRecord, ReadInput } from '#services/imports/connector.ts';
import { readCsvRows } from '../rows/csv-rows.ts';
import { nameRowProblem } from '../rows/row-values.ts';

type RowRecord =
  | { readonly type: 'interaction'; readonly record: InteractionRecord }
  | { readonly type: 'party'; readonly record: PartyRecord };

/** Each row of a CSV to an item; `toRecord` throws a RowProblem for a row that cannot be. */
export async function* readCsvItems(
  { path, from, signal }: ReadInput,
  toRecord: (cells: Readonly<Record<string, string>>) => RowRecord,
): AsyncIterable<ConnectorItem> {
  const { size } = await stat(path);
  const resumed = from ? { offset: Number(from['offset']), line: Number(from['line']) } : null;
  for await (const row of readCsvRows({ path, from: resumed, signal })) {
    signal.throwIfAborted();
    const place = { cursor: { offset: row.endOffset, line: row.nextLine }, doneBytes: Math.min(row.endOffset, size) };
    const failed = (problem: string): ConnectorItem => ({
      ...place,
      type: 'failed',
      position: String(row.line),
      problem,
      raw: Buffer.from(row.raw),
    });
    if (row.cells === null) {
      yield failed(row.problem ?? 'row-unreadable');
      continue;
    }
    let item: ConnectorItem;
    try {
      item = { ...place, ...toRecord(row.cells) };
    } catch (error) {
      item = failed(nameRowProblem(error));
    }
    yield item;
  }
}
