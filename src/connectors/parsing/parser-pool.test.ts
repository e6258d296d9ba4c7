import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { ParseItem, ParseOutcome } from './parse-protocol.ts';
import { startParserPool } from './parser-pool.ts';

const context = { ownAddresses: [], defaultCountry: 'NL', nowMs: 0 };
const hints = { envelopeMs: null, isDraft: false, isInSpamFolder: false };
/** A parser that does what the mail says: "hang", "exit", "memory"; otherwise it answers with the text. */
const wilful = new URL('./wilful-parser.test-child.ts', import.meta.url);
const limits = { workers: 2, itemTimeoutMs: 1_500, memoryMb: 64 };

const toItem = (text: string): ParseItem => ({ type: 'mail', raw: Buffer.from(text), hints });
const toWord = (outcome: ParseOutcome): string =>
  outcome.type === 'failed' ? outcome.problem : 'record' in outcome ? outcome.record.sourceKey : outcome.type;

test('a mail that hangs or exits fails alone; order and the rest stay', async () => {
  const pool = startParserPool({ context, limits, program: wilful });
  try {
    const words = ['a', 'hang', 'b', 'exit', 'exit', 'c', 'd'];
    const [first, second] = await Promise.all([
      pool.parse(words.map(toItem)),
      pool.parse(['e', 'f', 'hang'].map(toItem)),
    ]);
    assert.deepEqual(first.map(toWord), [
      'said-a',
      'parser-timeout',
      'said-b',
      'parser-crashed',
      'parser-crashed',
      'said-c',
      'said-d',
    ]);
    assert.deepEqual(second.map(toWord), ['said-e', 'said-f', 'parser-timeout']);
  } finally {
    pool.stop();
  }
});

test('a mail that eats memory is stopped at the limit', async () => {
  const pool = startParserPool({
    context,
    limits: { workers: 1, itemTimeoutMs: 60_000, memoryMb: 64 },
    program: wilful,
  });
  try {
    assert.deepEqual((await pool.parse(['memory', 'a'].map(toItem))).map(toWord), ['parser-crashed', 'said-a']);
  } finally {
    pool.stop();
  }
});

test('a parser that does not start is an error, not a thousand failed mails', async () => {
  const pool = startParserPool({ context, limits, program: new URL('./not-there.ts', import.meta.url) });
  try {
    await assert.rejects(() => pool.parse([toItem('a')]), /does not start/);
  } finally {
    pool.stop();
  }
});

test('the real parser can neither write, nor start a process, nor see our settings', async () => {
  process.env['HECHT_SECRET_FOR_TEST'] = 'geheim';
  const pool = startParserPool({ context, limits: { ...limits, itemTimeoutMs: 5_000 }, program: wilful });
  try {
    const outcomes = await pool.parse(['write', 'spawn', 'environment'].map(toItem));
    assert.deepEqual(outcomes.map(toWord), ['said-ERR_ACCESS_DENIED', 'said-ERR_ACCESS_DENIED', 'said-nothing']);
  } finally {
    pool.stop();
    delete process.env['HECHT_SECRET_FOR_TEST'];
  }
});

test('stopping leaves no process behind, not even one that hangs', async () => {
  const pool = startParserPool({ context, limits: { ...limits, itemTimeoutMs: 60_000 }, program: wilful });
  const outcomes = pool.parse([toItem('pid')]);
  const pid = Number(toWord((await outcomes)[0] ?? { type: 'failed', problem: '' }).slice('said-'.length));
  assert.ok(pid > 0);
  void pool.parse([toItem('hang')]);
  await pause(100);
  pool.stop();
  await pause(200);
  assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
});
