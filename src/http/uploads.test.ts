import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';
import { removeUploads, uploadPath } from './upload-path.ts';

let app: TestApp;
let sanne: TestUser;
before(async () => {
  app = await testApp({ uploadMaxBytes: 200_000 });
  sanne = await app.addUser('Sanne');
});
after(() => app.close());

async function upload(files: { name: string; content: string }[], cookie?: string) {
  const form = new FormData();
  for (const { name, content } of files) form.append('file', new Blob([content]), name);
  const body = new Response(form);
  const headers = { 'content-type': body.headers.get('content-type') ?? '' };
  const payload = Buffer.from(await body.arrayBuffer());
  return app.call({ method: 'POST', url: '/api/uploads', headers, payload, ...(cookie ? { cookie } : {}) });
}

test('a file arrives whole under a name of our own, in the folder of who sent it', async () => {
  const answer = await upload([{ name: '../../etc/inbox.mbox', content: 'From x\n' }], sanne.cookie);
  assert.equal(answer.statusCode, 200, answer.body);
  const { uploadId, fileName, files, bytes } = answer.json();
  assert.deepEqual([files, bytes], [1, 7]);
  assert.equal(fileName, 'inbox.mbox');
  const path = uploadPath(app.uploadFolder, { userId: sanne.id, uploadId });
  assert.equal(readFileSync(path, 'utf8'), 'From x\n');
});

test('many files become one folder, in the order in which they came', async () => {
  const letters = ['b.eml', 'a.eml', '1700000000.M1.host:2,S'].map((name) => ({ name, content: `Subject: ${name}` }));
  const { uploadId, files, fileName } = (await upload(letters, sanne.cookie)).json();
  assert.equal(files, 3);
  assert.equal(fileName, 'b.eml + 2');
  const names = readdirSync(uploadPath(app.uploadFolder, { userId: sanne.id, uploadId })).sort();
  assert.deepEqual(names, ['000001-b.eml', '000002-a.eml', '000003-1700000000.M1.host_2,S']);
});

test('who is not signed in brings nothing', async () => {
  const before = readdirSync(app.uploadFolder);
  const answer = await upload([{ name: 'a.csv', content: 'id' }]);
  assert.deepEqual([answer.statusCode, answer.json().code], [401, 'not-signed-in']);
  assert.deepEqual(readdirSync(app.uploadFolder), before);
});

test('too much, no file, or no form is told, and leaves nothing behind', async () => {
  const held = () => readdirSync(join(app.uploadFolder, sanne.id)).length;
  const before = held();
  const large = await upload([{ name: 'large.mbox', content: 'x'.repeat(200_001) }], sanne.cookie);
  assert.deepEqual([large.statusCode, large.json().code], [413, 'too-large']);
  const together = await upload(
    [1, 2, 3].map((number) => ({ name: `${number}.eml`, content: 'x'.repeat(90_000) })),
    sanne.cookie,
  );
  assert.deepEqual([together.statusCode, together.json().code], [413, 'too-large']);
  const empty = await upload([], sanne.cookie);
  assert.ok([400, 422].includes(empty.statusCode), empty.body);
  const json = await app.call({ method: 'POST', url: '/api/uploads', payload: { file: 'x' }, cookie: sanne.cookie });
  assert.deepEqual([json.statusCode, json.json().code], [415, 'wrong-type']);
  assert.equal(held(), before);
});

test('a connection that breaks half-way leaves nothing behind', async () => {
  await app.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.server.address() as { port: number };
  const folder = join(app.uploadFolder, sanne.id);
  const before = readdirSync(folder).length;
  const headers = {
    cookie: sanne.cookie,
    'content-type': 'multipart/form-data; boundary=cut',
    'content-length': 5_000,
  };
  const asked = request({ port, host: '127.0.0.1', method: 'POST', path: '/api/uploads', headers });
  asked.on('error', () => undefined);
  asked.write('--cut\r\ncontent-disposition: form-data; name="file"; filename="a.mbox"\r\n\r\nFrom');
  await until(() => readdirSync(folder).length > before);
  asked.destroy();
  await until(() => readdirSync(folder).length === before);
});

test('uploads that are old and no longer needed are taken away, others stay', async () => {
  const { uploadId } = (await upload([{ name: 'a.csv', content: 'id' }], sanne.cookie)).json();
  const needed = uploadPath(app.uploadFolder, { userId: sanne.id, uploadId });
  const old = join(app.uploadFolder, sanne.id, 'old');
  const fresh = join(app.uploadFolder, sanne.id, 'fresh');
  for (const path of [old, fresh]) writeFileSync(path, 'x');
  const longAgo = new Date(Date.now() - 9 * 86_400_000);
  for (const path of [old, needed]) utimesSync(path, longAgo, longAgo);
  const olderThan = new Date(Date.now() - 7 * 86_400_000);
  await removeUploads(app.uploadFolder, { olderThan, keep: (path) => path === needed });
  assert.deepEqual([existsSync(old), existsSync(fresh), existsSync(needed)], [false, true, true]);
});

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 5_000; waited += 20) {
    if (holds()) return;
    await pause(20);
  }
  throw new Error('it did not come about within 5 s');
}
