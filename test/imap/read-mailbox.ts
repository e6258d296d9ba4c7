/** Reads one connection in a process of its own, so that a test can kill it. */

import { imapReader } from '#connectors/imap/imap.ts';
import { openOutgoing } from '#outgoing/open-outgoing.ts';
import { asReader } from '#services/connections/reader.ts';
import { runConnection } from '#services/connections/run-connection.ts';
import type { Context } from '#services/context.ts';
import { createSeals } from '#services/seals.ts';
import { openDatabase } from '#store/database.ts';

const [url = '', connectionId = '', reachable = '', now = ''] = process.argv.slice(2);
const ports = {
  readers: [asReader(imapReader)],
  seals: createSeals('a secret for tests only, of 32 characters'),
  outgoing: openOutgoing({ publicUrl: 'http://127.0.0.1:4321', alsoReachable: [reachable] }),
} as unknown as Context['ports'];
const ctx: Context = {
  db: openDatabase({ url, statementTimeoutMs: 60_000 }),
  actor: { kind: 'system' },
  now: () => new Date(now),
  ports,
  enqueue: async () => undefined,
};
await runConnection(ctx, { connectionId }, new AbortController().signal);
process.exit(0);
