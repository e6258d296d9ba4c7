import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { chooseConnector, probeFile } from '#services/imports/probe-file.ts';
import { connectors, suggestOwnAddresses } from './registry.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-registry-'));
});
after(() => rm(folder, { recursive: true }));

const mail =
  'From: ans@cafe.example\nTo: sanne@overkant.example\nSubject: Dag\nDate: Fri, 1 May 2026 09:00:00 +0200\n\nDag!\n';
const mailbox = `From ans@cafe.example Fri May  1 09:00:00 2026\n${mail}\n`;

async function recognise(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return nameOf(path, name);
}

async function nameOf(path: string, name: string): Promise<string> {
  const probe = await probeFile(path, name);
  try {
    return chooseConnector(connectors, probe).name;
  } catch {
    return 'none';
  }
}

test('each file goes to the connector that knows it, whatever it is called', async () => {
  const bom = '\ufeff';
  const files: readonly (readonly [string, string | Buffer, string])[] = [
    ['Inbox', mailbox, 'mbox'],
    ['mail.mbox', mailbox, 'mbox'],
    ['mail.mbox.gz', gzipSync(mailbox), 'mbox'],
    ['brief.eml', mail, 'eml'],
    ['brief', mail, 'eml'],
    ['outlook.pst', Buffer.concat([Buffer.from('!BDN'), Buffer.alloc(600)]), 'pst'],
    ['kaart.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Ans\nEND:VCARD\n', 'vcard'],
    ['kaart', `${bom}BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ans\r\nEND:VCARD\r\n`, 'vcard'],
    ['relaties.csv', 'Naam;E-mailadres\nAns;ans@cafe.example\n', 'csv-parties'],
    ['relaties.txt', Buffer.from(`${bom}Naam\tE-mail\nAns\tans@cafe.example\n`, 'utf16le'), 'csv-parties'],
    ['rijen.csv', 'id,at,channel,from,to\n1,2026-05-01,mail,a@x.nl,b@x.nl\n', 'csv-interactions'],
    ['rijen.csv', `${bom}sep=;\nDatum;Van;Aan\n2026-05-01;a@x.nl;b@x.nl\n`, 'csv-interactions'],
    ['rijen.jsonl', '{"at":1777900000,"from":"a","to":"b"}\n', 'jsonl-interactions'],
    ['WhatsApp-chat met Ans.txt', '12-03-2024 14:05 - Ans: Dag\n12-03-2024 14:06 - Karin: Hoi\n', 'whatsapp'],
    ['_chat.txt', '[12/03/24, 2:05:10\u202fPM] Ans: Hi\r\n[12/03/24, 2:06:10\u202fPM] Karin: Hi\r\n', 'whatsapp'],
    ['chat.md', '[2026-05-01 09:30] Me: Dag\n[2026-05-01 09:31] Ans: Hoi\n', 'signal-text'],
    [
      'main.jsonl',
      '{"version":"1","backupTimeMs":"1","mediaRootBackupKey":"AA=="}\n{"recipient":{"id":"1","self":{}}}\n',
      'signal',
    ],
    ['rijen', `${bom}{"to":["b"],"from":"a","at":"2026-05-01"}\n`, 'jsonl-interactions'],
    ['foto.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'none'],
    ['boodschappen.txt', 'melk\nkoffie\n', 'none'],
    ['leeg', '', 'none'],
  ];
  for (const [name, content, expected] of files) assert.equal(await recognise(name, content), expected, name);
});

test('a Maildir and a folder of mails are told apart', async () => {
  for (const name of ['cur', 'new', 'tmp']) await mkdir(join(folder, 'Maildir', name), { recursive: true });
  await mkdir(join(folder, 'mails'), { recursive: true });
  await writeFile(join(folder, 'mails', 'een.eml'), mail);
  assert.equal(await nameOf(join(folder, 'Maildir'), 'Maildir'), 'maildir');
  assert.equal(await nameOf(join(folder, 'mails'), 'mails'), 'mail-folder');
});

test('whose mailbox it is, by the name of the connector', async () => {
  await writeFile(join(folder, 'Sent'), mailbox);
  assert.deepEqual(await suggestOwnAddresses({ path: join(folder, 'Sent'), connector: 'mbox' }), [
    { address: 'ans@cafe.example', count: 1 },
  ]);
  assert.deepEqual(await suggestOwnAddresses({ path: join(folder, 'Sent'), connector: 'vcard' }), []);
});
