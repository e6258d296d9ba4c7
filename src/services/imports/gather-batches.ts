import type { ConnectorItem } from './connector.ts';

const most = { items: 1_000, rawBytes: 8 * 1024 * 1024, waitMs: 3_000 };

/** Items gathered into what one transaction stores: not too many, not too heavy, and none waits long for its progress to show. */
export async function* gatherBatches(items: AsyncIterable<ConnectorItem>): AsyncIterable<ConnectorItem[]> {
  let batch: ConnectorItem[] = [];
  let [rawBytes, beganMs] = [0, performance.now()];
  for await (const item of items) {
    batch.push(item);
    if (item.type === 'failed') rawBytes += item.raw?.length ?? 0;
    const isFull = batch.length >= most.items || rawBytes >= most.rawBytes;
    if (!isFull && performance.now() - beganMs < most.waitMs) continue;
    yield batch;
    batch = [];
    [rawBytes, beganMs] = [0, performance.now()];
  }
  if (batch.length > 0) yield batch;
}
