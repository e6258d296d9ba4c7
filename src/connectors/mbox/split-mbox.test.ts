import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitMbox } from './split-mbox.ts';

const seed = 20_261_121;

async function* inChunks(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function split(bytes: Buffer, size: number, startOffset = 0) {
  const parts = [];
  for await (const part of splitMbox({
    chunks: inChunks(bytes.subarray(startOffset), size),
    startOffset,
    maxBytes: 1_000_000,
  }))
    parts.push(part);
  return parts;
}

const pieces = fc.constantFrom(
  'From ',
  'From - ',
  '\n',
  '\r\n',
  '\n\n',
  '>From ',
  'From ans@x.example Fri May  1 09:00:00 2026\n',
  'From ans@x.example\n',
  'Subject: dag\n',
  'tekst ',
  'From Amsterdam\n',
  '\nFrom - Fri May  1 09:00:00 2026\r\n',
  'X: y\r\n',
  '\u0000',
  ' ',
);

test('however the file is cut into chunks, the mails are the same', async () => {
  const files = fc.array(pieces, { maxLength: 60 }).map((parts) => Buffer.from(parts.join('')));
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 40 }), async (file, size) => {
      assert.deepEqual(await split(file, size), await split(file, 1_000_000));
    }),
    { seed, numRuns: 400 },
  );
});

test('no byte is lost or read twice, and every cut is a place to go on from', async () => {
  const files = fc
    .array(pieces, { maxLength: 60 })
    .map((parts) => Buffer.from(`From a@b Fri May  1 09:00:00 2026\n${parts.join('')}`));
  await fc.assert(
    fc.asyncProperty(files, async (file) => {
      const parts = await split(file, 50);
      assert.equal(parts[0]?.offset, 0);
      assert.equal(parts.at(-1)?.endOffset, file.length);
      for (const [at, part] of parts.entries()) {
        assert.equal(part.endOffset, parts[at + 1]?.offset ?? file.length);
        assert.ok(file.subarray(part.offset, part.endOffset).includes(part.raw));
        assert.deepEqual(await split(file, 50, part.endOffset), parts.slice(at + 1));
      }
    }),
    { seed, numRuns: 300 },
  );
});

test('a mail longer than allowed is kept to its beginning, its end is still found', async () => {
  const long = Buffer.from(
    `From a@b Fri May  1 09:00:00 2026\nSubject: lang\n\n${'x'.repeat(5_000)}\n\nFrom a@b Fri May  1 09:00:00 2026\nSubject: kort\n\n`,
  );
  const parts = [];
  for await (const part of splitMbox({ chunks: inChunks(long, 700), startOffset: 0, maxBytes: 100 })) parts.push(part);
  assert.deepEqual(
    parts.map(({ raw }) => raw.length),
    [100, 15],
  );
});
