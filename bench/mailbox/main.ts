/**
 * The first history of a large mailbox, from a real Dovecot into the program as it is shipped, beside nothing but fetching
 * the same mails; the memory it takes and how the web answers meanwhile.
 *
 *   npm run bench:mail [COUNT]
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '#contract/connections.ts';
import { findDovecot, startDovecot } from '#test/imap/dovecot.ts';
import { type ImapServer, withMailbox } from '#test/imap/imap-server.ts';
import { openMeasuredHouse } from '../import/measured-house.ts';
import { readMemoryMb } from '../speed/processes.ts';
import { percentile } from '../speed/statistics.ts';
import { writeMailbox } from './write-mailbox.ts';

const owner = 'joris@overkant.example';
const promised = { seconds: 600, memoryMb: 300 };
const count = Number(process.argv[2] ?? 50_000);

if (findDovecot() === null) {
  console.error('No Dovecot here, and it could not be installed: nothing was measured.');
  process.exit(2);
}
const server = await startDovecot();
try {
  const written = writeMailbox(server.maildir(owner), {
    count,
    owner,
    ownerId: process.getuid?.() === 0 ? 65_534 : null,
  });
  console.log(`${written.count} mails, ${(written.bytes / 1_048_576).toFixed(0)} MB`);
  const bareSeconds = await fetchBare(server);
  say('bare fetch', bareSeconds);
  const { seconds, memoryMb, answersMs } = await readIntoHouse(server);
  say('first history', seconds);
  console.log(
    `${(seconds / bareSeconds).toFixed(1)} times the bare fetch; the program took ${Math.round(memoryMb)} MB at most`,
  );
  console.log(
    `GET /api/parties meanwhile: ${answersMs.length} calls, p50 ${at(answersMs, 0.5)} ms, p95 ${at(answersMs, 0.95)} ms`,
  );
  // Fewer mails may take their share of the time only.
  const holds = seconds <= (promised.seconds * count) / 50_000 && memoryMb <= promised.memoryMb;
  if (!holds) process.exitCode = 1;
} finally {
  await server.stop();
}

function say(what: string, seconds: number): void {
  console.log(`${what.padEnd(14)} ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} mails/s`);
}

function at(values: readonly number[], share: number): number {
  return Math.round(percentile(values, share));
}

async function fetchBare(from: ImapServer): Promise<number> {
  return withMailbox(
    from,
    async (client) => {
      const startedMs = performance.now();
      await client.mailboxOpen('INBOX', { readOnly: true });
      let fetched = 0;
      for await (const { source } of client.fetch('1:*', { source: true })) if (source) fetched += 1;
      if (fetched !== count) throw new Error(`${fetched} of ${count} mails were given`);
      return (performance.now() - startedMs) / 1_000;
    },
    owner,
  );
}

async function readIntoHouse({ port, password }: ImapServer) {
  process.env['HECHT_ALSO_REACHABLE'] = `127.0.0.1:${port}`;
  const house = await openMeasuredHouse(readMemoryMb);
  try {
    const headers = { ...house.headers, 'content-type': 'application/json' };
    const settings = {
      ...{ kind: 'imap', address: owner, userName: owner, host: '127.0.0.1', port, security: 'none' },
    };
    const startedMs = performance.now();
    const body = JSON.stringify({ settings, secret: { password } });
    const made = await fetch(`${house.app.url}/api/connections`, { method: 'POST', headers, body });
    if (!made.ok) throw new Error(`not connected: ${await made.text()}`);
    const { id } = (await made.json()) as Connection;
    const answersMs: number[] = [];
    let connection: Connection;
    do {
      await pause(200);
      const askedMs = performance.now();
      await (await fetch(`${house.app.url}/api/parties?limit=50`, { headers: house.headers })).arrayBuffer();
      answersMs.push(performance.now() - askedMs);
      connection = (await (
        await fetch(`${house.app.url}/api/connections/${id}`, { headers: house.headers })
      ).json()) as Connection;
      if (connection.problem !== null) throw new Error(`${connection.problem}: ${connection.problemDetail}`);
    } while (connection.succeededAt === null);
    const seconds = (performance.now() - startedMs) / 1_000;
    const { rows } = await house.pool.query<{ mails: number }>('select count(*)::int as mails from mails');
    if (rows[0]?.mails !== count) throw new Error(`${rows[0]?.mails} of ${count} mails are kept`);
    return { seconds, memoryMb: readMemoryMb(house.app.pid).highest, answersMs };
  } finally {
    await house.end();
  }
}
