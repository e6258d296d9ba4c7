import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { waitForPort } from './wait-for-port.ts';

test('waits until the other one has closed its door', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  let closed = false;
  setTimeout(() => other.close(() => (closed = true)), 300);
  await waitForPort({ host: '127.0.0.1', port });
  assert.equal(closed, true);
});

test('an address that does not exist is left to the listening to tell', async () => {
  await waitForPort({ host: '192.0.2.1', port: 4321 });
});
