import assert from 'node:assert/strict';
import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { fileMaxBytes } from '#contract/file-limits.ts';
import { type Context, systemActor } from '#services/context.ts';
import { sweepFiles } from '#services/files/sweep-files.ts';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';

let app: TestApp;
let sanne: TestUser;
let bram: TestUser;
let partyId: string;
before(async () => {
  app = await testApp();
  sanne = await app.addUser('Sanne');
  bram = await app.addUser('Bram');
  partyId = (await sanne.client.parties.create({ body: { kind: 'person', name: 'Ans de Wit' } })).id;
});
after(() => app.close());

async function upload(content: string | Uint8Array<ArrayBuffer>, cookie = sanne.cookie): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content]), 'wat.bin');
  const body = new Response(form);
  const headers = { 'content-type': body.headers.get('content-type') ?? '' };
  const payload = Buffer.from(await body.arrayBuffer());
  return (await app.call({ method: 'POST', url: '/api/uploads', headers, payload, cookie })).json().uploadId;
}

async function attach(name: string, content: string | Uint8Array<ArrayBuffer>) {
  const uploadId = await upload(content);
  return sanne.client.files.create({ body: { uploadId, name, noun: 'party', recordId: partyId } });
}

const fetchFile = (fileId: string, cookie: string) => app.call({ url: `/api/files/${fileId}/content`, cookie });
const statusOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 200,
    (error: { status?: number }) => error.status,
  );

function keptCount(): number {
  const folder = join(app.uploadFolder, 'kept');
  return readdirSync(folder).reduce((sum, part) => sum + readdirSync(join(folder, part)).length, 0);
}

test('a file that hangs on a relation comes back byte for byte, as something to save', async () => {
  const content = '%PDF-1.7 akte ☕';
  const file = await attach('Akte van levering (2).pdf', content);
  assert.deepEqual([file.mediaType, file.sizeBytes], ['application/pdf', Buffer.byteLength(content)]);
  const answer = await fetchFile(file.id, bram.cookie);
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.body, content);
  const { headers } = answer;
  assert.match(String(headers['content-disposition']), /^attachment; filename="Akte van levering \(2\)\.pdf"/);
  assert.deepEqual([headers['x-content-type-options'], headers['content-type']], ['nosniff', 'application/pdf']);
  assert.match(String(headers['content-security-policy']), /^sandbox/);
});

test('what a browser would run is bytes to it, whatever it calls itself', async () => {
  const active = [
    '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    '<!DOCTYPE html><p>',
    '<?xml version="1.0"?>',
  ];
  for (const content of active) {
    const file = await attach('plaatje.png', content);
    assert.equal(file.mediaType, 'application/octet-stream', content);
  }
  const png = await attach('x.html', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]));
  assert.equal(png.mediaType, 'image/png');
  assert.equal((await attach('prijzen.csv', 'bonen;12,50\n')).mediaType, 'text/csv');
});

test('a name is a name: no path, no sign that turns it around', async () => {
  const file = await attach('../../etc/pass\u202ewd\u0000x".txt'.replace('\u0000', '\u0001'), 'x');
  assert.equal(file.name, 'passwdx".txt');
  const { headers } = await fetchFile(file.id, sanne.cookie);
  assert.match(String(headers['content-disposition']), /filename="passwdx_\.txt"; filename\*=UTF-8''passwdx%22\.txt$/);
});

test('a file is seen by who may see what it hangs on: of a private note by its author alone', async () => {
  const content = [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Voor mezelf' }] }];
  const files = [{ uploadId: await upload('geheim'), name: 'geheim.txt' }];
  const note = await sanne.client.notes.create({
    body: { partyId, body: { type: 'doc', content }, isPrivate: true, files },
  });
  const [file] = note.files;
  assert.equal(file?.name, 'geheim.txt');
  assert.equal((await fetchFile(file?.id ?? '', sanne.cookie)).body, 'geheim');
  assert.equal((await fetchFile(file?.id ?? '', bram.cookie)).statusCode, 404);
  const params = { fileId: file?.id ?? '' };
  assert.equal(await statusOf(bram.client.files.get({ params })), 404);
  assert.equal(await statusOf(bram.client.files.remove({ params })), 404);
  const listed = await bram.client.files.list({ query: { partyId } });
  assert.ok(listed.items.every(({ id }) => id !== file?.id));
  const told = await bram.client.changes.list({ query: { partyId } });
  assert.ok(!JSON.stringify(told).includes('geheim'));
  const timeline = await bram.client.parties.timeline({ params: { partyId }, query: { kinds: 'file' } });
  assert.ok(!JSON.stringify(timeline).includes('geheim'));
  // Put away, the note takes its file along.
  await sanne.client.notes.remove({ params: { noteId: note.id } });
  assert.equal((await fetchFile(file?.id ?? '', sanne.cookie)).statusCode, 404);
});

test('taken away it is gone, undone it is back', async () => {
  const file = await attach('foto.txt', 'kijk');
  await sanne.client.files.remove({ params: { fileId: file.id } });
  assert.equal((await fetchFile(file.id, sanne.cookie)).statusCode, 404);
  const { items } = await bram.client.changes.bin({});
  assert.equal(items[0]?.label, 'foto.txt');
  await sanne.client.changes.undo({ body: {} });
  assert.equal((await fetchFile(file.id, sanne.cookie)).body, 'kijk');
});

test("another's upload, none at all, or one that is too large hangs on nothing and leaves nothing", async () => {
  const before = keptCount();
  const theirs = await upload('van Bram', bram.cookie);
  const hang = (uploadId: string) =>
    sanne.client.files.create({ body: { uploadId, name: 'x.txt', noun: 'party', recordId: partyId } });
  assert.equal(await statusOf(hang(theirs)), 422);
  assert.equal(await statusOf(hang(uuidv7())), 422);
  const large = await upload(new Uint8Array(fileMaxBytes + 1));
  assert.equal(await statusOf(hang(large)), 413);
  const nowhere = { uploadId: await upload('x'), name: 'x', noun: 'note' as const, recordId: uuidv7() };
  assert.equal(await statusOf(sanne.client.files.create({ body: nowhere })), 404);
  assert.equal(keptCount(), before);
});

test('bytes without a row are swept, also of what was taken away long ago; the rest stays', async () => {
  const kept = await attach('blijft.txt', 'blijft');
  const gone = await attach('weg.txt', 'weg');
  await sanne.client.files.remove({ params: { fileId: gone.id } });
  await app.admin.query(`update files set deleted_at = now() - interval '31 days' where id = $1`, [gone.id]);
  await app.admin.query('delete from files where id = (select id from files where name = $1 limit 1)', ['foto.txt']);
  const folder = join(app.uploadFolder, 'kept');
  const longAgo = new Date(Date.now() - 2 * 86_400_000);
  for (const part of readdirSync(folder)) {
    for (const key of readdirSync(join(folder, part))) utimesSync(join(folder, part, key), longAgo, longAgo);
  }
  const before = keptCount();
  const house: Context = { ...app.context, actor: systemActor };
  await sweepFiles(house);
  assert.equal(keptCount(), before - 2);
  assert.equal((await fetchFile(kept.id, sanne.cookie)).body, 'blijft');
});

test('when its bytes are gone from the disk, it says so instead of breaking off', async () => {
  const file = await attach('kwijt.txt', 'kwijt');
  rmSync(join(app.uploadFolder, 'kept'), { recursive: true });
  const answer = await fetchFile(file.id, sanne.cookie);
  assert.deepEqual([answer.statusCode, answer.json().code], [503, 'unavailable']);
});
