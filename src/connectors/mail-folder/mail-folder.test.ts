import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { readAll, testCompliance } from '../compliance.ts';
import { eml, maildir, mailFolder } from './mail-folder.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-folder-'));
});
after(() => rm(folder, { recursive: true }));

async function writeAll(name: string, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const root = join(folder, name);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}

const makeMail = (id: string): string =>
  `From: Ans <ans@cafe.example>\r\nTo: sanne@overkant.example\r\nDate: Fri, 1 May 2026 09:00:00 +0200\r\nMessage-ID: <${id}@cafe.example>\r\nSubject: ${id}\r\n\r\nDag!\r\n`;
const separator = 'From ans@cafe.example Fri May  1 09:00:00 2026\r\n';

const archive = {
  'a/1.eml': makeMail('een'),
  'a/b/2.eml': makeMail('twee'),
  'a-b/3.EML': makeMail('drie'),
  'a.eml': makeMail('vier'),
  'Apple.mbox/5.emlx': `${makeMail('vijf').length}\n${makeMail('vijf')}<?xml version="1.0"?><plist></plist>`,
  'Export.mbox/mbox': `${separator}${makeMail('zes')}\r\n${separator}${makeMail('zeven')}`,
  'Drafts/8.eml': makeMail('acht'),
  'oud.msg': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  'leeg.eml': '',
  'foto.jpg': 'geen mail',
  'lijst.txt': 'Boodschappen: melk\n',
  'zonder-achternaam': makeMail('negen'),
};

testCompliance('folder of mails', async () => ({
  connector: mailFolder,
  path: await writeAll('archief', archive),
  expectedItems: 11,
  expectedFailures: 3,
}));
testCompliance('Maildir', async () => ({
  connector: maildir,
  path: await writeAll('Maildir', mailbox),
  expectedItems: 7,
  expectedFailures: 1,
}));

const mailbox = {
  'cur/1700000000.M1.host:2,S': makeMail('een'),
  'cur/1700000001.M2.host:2,DS': makeMail('twee'),
  'new/1700000002.M3.host': makeMail('drie'),
  'tmp/1700000003.M4.host': makeMail('half'),
  '.Sent/cur/1700000004.M5.host:2,S': makeMail('vier'),
  '.Ongewenste e-mail/cur/1700000005.M6.host:2,S': makeMail('vijf'),
  '.Klanten.Ans/cur/1700000006.M7.host:2,RS': makeMail('zes'),
  'INBOX.Archief/new/1700000007.M8.host': makeMail('zeven'),
  'dovecot-uidlist': '3 V1\n',
};

test('every way of keeping mail in a folder is read, each mail once', async () => {
  const items = await readAll(mailFolder, await writeAll('archief', archive));
  const keys = items.flatMap((item) => (item.type === 'interaction' ? [item.record.subject] : []));
  assert.deepEqual(keys.sort(), ['drie', 'een', 'negen', 'twee', 'vier', 'vijf', 'zes', 'zeven']);
  const failed = items.flatMap((item) => (item.type === 'failed' ? [`${item.position} ${item.problem}`] : []));
  assert.deepEqual(failed.sort(), [
    'Drafts/8.eml mail-is-draft',
    'leeg.eml mail-without-sender',
    'oud.msg outlook-msg-unreadable',
  ]);
});

test('Maildir: half-written mail is left alone, drafts are no mail, spam makes no ties', async () => {
  const items = await readAll(maildir, await writeAll('Maildir', mailbox));
  const told = items.map((item) =>
    item.type === 'interaction'
      ? `${item.record.subject} ${item.record.mailClass}`
      : item.type === 'failed' && item.problem,
  );
  assert.deepEqual(told.sort(), [
    'drie person',
    'een person',
    'mail-is-draft',
    'vier person',
    'vijf bulk',
    'zes person',
    'zeven person',
  ]);
});

test('one saved mail', async () => {
  const path = join(await writeAll('los', { 'brief.eml': makeMail('los') }), 'brief.eml');
  const items = await readAll(eml, path);
  assert.equal(items.length, 1);
  assert.deepEqual(await readAll(eml, path, items[0]?.cursor ?? null), []);
});

test('recognised by what lies in them', () => {
  const probe = { path: '/x', fileName: 'x', isFolder: true };
  assert.ok(maildir.recognise({ ...probe, head: 'cur\nnew\ntmp' }) > 0.9);
  assert.ok(mailFolder.recognise({ ...probe, head: 'een.eml\ntwee.eml' }) > 0.8);
  assert.ok(eml.recognise({ ...probe, isFolder: false, fileName: 'brief', head: makeMail('x') }) > 0.5);
  assert.equal(
    eml.recognise({ ...probe, isFolder: false, fileName: 'brief.txt', head: 'Geachte heer,\n\nFrom: niets' }),
    0,
  );
});
