import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connector, ConnectorItem, Cursor, ReadInput } from '#services/imports/connector.ts';

export interface ComplianceInput {
  readonly connector: Connector;
  /** A file or folder with at least six items, one of them broken. */
  readonly path: string;
  readonly expectedItems: number;
  readonly expectedFailures: number;
}

/** What every connector owes the import service, whatever it reads. */
export function testCompliance(title: string, prepare: () => Promise<ComplianceInput>): void {
  test(`${title}: every item is a storable record or a failure with a code`, async () => {
    const { connector, path, expectedItems, expectedFailures } = await prepare();
    const items = await readAll(connector, path);
    assert.equal(items.length, expectedItems);
    assert.equal(items.filter(({ type }) => type === 'failed').length, expectedFailures);
    for (const item of items) checkItem(item);
  });

  test(`${title}: reading again gives the same, with the same keys`, async () => {
    const { connector, path } = await prepare();
    assert.deepEqual(await readAll(connector, path), await readAll(connector, path));
  });

  test(`${title}: reading on from any cursor gives exactly the rest`, async () => {
    const { connector, path } = await prepare();
    const items = await readAll(connector, path);
    // Every reading starts a parser: the ends and the middle stand for the rest; random cuts are tried where files are cut.
    const tried = new Set([0, 2, Math.floor(items.length / 2), items.length - 2, items.length - 1]);
    for (const [at, { cursor }] of items.entries()) {
      if (!tried.has(at)) continue;
      const stored: Cursor = JSON.parse(JSON.stringify(cursor));
      assert.deepEqual(
        (await readAll(connector, path, stored)).map(describe),
        items.slice(at + 1).map(describe),
        `after item ${at}`,
      );
    }
  });

  test(`${title}: progress never goes back and ends within the total`, async () => {
    const { connector, path } = await prepare();
    const totalBytes = await connector.totalBytes(path);
    let doneBefore = 0;
    for (const { doneBytes } of await readAll(connector, path)) {
      assert.ok(doneBytes >= doneBefore && doneBytes <= totalBytes, `${doneBefore} <= ${doneBytes} <= ${totalBytes}`);
      doneBefore = doneBytes;
    }
  });

  test(`${title}: an abort stops the reading within a second`, async () => {
    const { connector, path } = await prepare();
    const controller = new AbortController();
    let abortedAtMs = Number.POSITIVE_INFINITY;
    await assert.rejects(async () => {
      for await (const _ of connector.read(makeInput(path, null, controller.signal))) {
        abortedAtMs = performance.now();
        controller.abort();
      }
    }, isAbort);
    assert.ok(performance.now() - abortedAtMs < 1_000);
    await assert.rejects(() => readAll(connector, path, null, AbortSignal.abort()), isAbort);
  });
}

export function makeInput(path: string, from: Cursor | null, signal: AbortSignal): ReadInput {
  return {
    path,
    from,
    signal,
    ownAddresses: ['sanne@overkant.example'],
    defaultCountry: 'NL',
    nowMs: Date.UTC(2026, 5, 1),
  };
}

export async function readAll(
  connector: Connector,
  path: string,
  from: Cursor | null = null,
  signal: AbortSignal = new AbortController().signal,
): Promise<ConnectorItem[]> {
  const items: ConnectorItem[] = [];
  for await (const item of connector.read(makeInput(path, from, signal))) items.push(item);
  return items;
}

function describe(item: ConnectorItem): unknown {
  return item.type === 'failed' ? [item.position, item.problem] : item.record;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function checkItem(item: ConnectorItem): void {
  assert.ok(Number.isSafeInteger(item.doneBytes) && item.doneBytes >= 0);
  if (item.type === 'failed') {
    assert.match(item.problem, /^[a-z]+(?:-[a-z]+)+(?:: .+)?$/s, 'a stable code, then at most a detail');
    assert.notEqual(item.position, '');
    return;
  }
  const { record } = item;
  assert.ok(record.sourceKey.length > 0 && record.sourceKey.length <= 500);
  const asJson = JSON.stringify(record);
  assert.ok(
    asJson.isWellFormed() && !asJson.includes('\\u0000') && !/\\ud[89a-f]/i.test(asJson),
    'no NUL, no lone surrogate',
  );
  if (item.type === 'party') {
    assert.ok(item.record.name.length > 0 && item.record.name.length <= 300);
    return;
  }
  const { atMs, to, from, snippet } = item.record;
  assert.ok(Number.isSafeInteger(atMs));
  assert.ok(to.length > 0, 'someone receives it');
  assert.ok(
    to.every(({ kind, value }) => kind !== from.kind || value !== from.value),
    'nobody writes to himself',
  );
  assert.ok(snippet === null || (snippet.length > 0 && snippet.length <= 500));
}
