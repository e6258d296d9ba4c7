import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ORPCError } from '@orpc/client';
import { onClash, readClash, type Side, saveMerged } from './clash.ts';

const stale = (names: readonly string[], current: Record<string, unknown>) =>
  new ORPCError('stale', {
    status: 412,
    data: {
      code: 'stale',
      message: '',
      problems: names.map((name) => ({ path: `body.${name}`, code: 'changed-since', message: 'Bram' })),
      requestId: null,
      current,
    },
  });

/** Answers what is asked as soon as it is. */
function choose(choice: Record<string, Side> | null): () => void {
  return onClash(() => readClash()?.answer(choice));
}

test('what is chosen of ours is sent again against the version of theirs', async () => {
  const sent: unknown[] = [];
  const stop = choose({ jobTitle: 'mine', note: 'theirs' });
  const saved = await saveMerged({
    body: { jobTitle: 'Chef', note: 'belt graag', name: 'Ans' },
    version: 3,
    send: async (body, version) => {
      sent.push([body, version]);
      if (version === 3) throw stale(['jobTitle', 'note'], { version: 5, jobTitle: 'Kok', note: 'mailt graag' });
      return { version: 6 };
    },
  });
  stop();
  assert.deepEqual(sent[1], [{ jobTitle: 'Chef', name: 'Ans' }, 5]);
  assert.deepEqual(saved, { version: 6 });
  assert.equal(readClash(), null);
});

test('all of theirs: nothing is sent, the record is as they left it', async () => {
  let count = 0;
  const stop = choose({ 'fields.shoe-size': 'theirs' });
  const current = { version: 9, fields: { 'shoe-size': 44 } };
  const saved = await saveMerged({
    body: { fields: { 'shoe-size': 43 } },
    version: 8,
    send: async () => {
      count += 1;
      throw stale(['fields.shoe-size'], current);
    },
  });
  stop();
  assert.equal(count, 1);
  assert.deepEqual(saved, current);
});

test('who looks away keeps what was typed: the save fails as it would have', async () => {
  const stop = choose(null);
  const error = stale(['note'], { version: 2, note: 'x' });
  const send = () => Promise.reject(error);
  await assert.rejects(saveMerged({ body: { note: 'y' }, version: 1, send }), (thrown) => thrown === error);
  stop();
});

test('another no is passed on without a question', async () => {
  const error = new ORPCError('stale', { status: 412, data: { code: 'stale', message: '' } });
  await assert.rejects(saveMerged({ body: { note: 'y' }, version: 1, send: () => Promise.reject(error) }), error);
});
